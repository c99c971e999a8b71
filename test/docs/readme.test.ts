import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { readmeFile } from "../../scripts/renew-figures.ts";
import { builtProgram } from "../built.ts";
import { Peer, startTestServer } from "../server/harness.ts";

/* What the README shows does what it says. */

const run = promisify(execFile);
const repository = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(import.meta.url);
const readme = readFileSync(readmeFile, "utf8");

function blocksOf(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(
    ([, block]) => block,
  );
}

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rlve-gym-readme-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A project in which TypeScript of the README stands, beside the package's source. */
function createProject(blocks: readonly string[]) {
  const folder = createFolder();
  const files = blocks.map((block, index) => {
    const file = join(folder, `block-${index}.mts`);
    writeFileSync(file, block);
    return file;
  });
  const config = {
    compilerOptions: {
      target: "es2023",
      module: "nodenext",
      strict: true,
      exactOptionalPropertyTypes: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
      types: ["node"],
      typeRoots: [join(repository, "node_modules/@types")],
      paths: {
        "rlve-gym-server": [join(repository, "src/index.ts")],
        "rlve-gym-server/client": [join(repository, "src/client/client.ts")],
      },
    },
    include: ["*.mts"],
  };
  const tsconfig = join(folder, "tsconfig.json");
  writeFileSync(tsconfig, JSON.stringify(config));
  return { files, tsconfig };
}

function binaryOf(name: string, path: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), path);
}

/** The examples in the comments of what users import. */
function listExamples(): string[] {
  return ["src/index.ts", "src/client/client.ts"].flatMap((path) => {
    const source = readFileSync(join(repository, path), "utf8");
    const comments = source.matchAll(/^ \* @example\n((?: \*(?: .*)?\n)+?) \*\//gm);
    return [...comments].map(([, lines]) => lines.replaceAll(/^ \* ?/gm, ""));
  });
}

test("the TypeScript, also of examples in comments, compiles under strict as it stands", async () => {
  const { files, tsconfig } = createProject([...blocksOf("ts"), ...listExamples()]);
  expect(files).toHaveLength(4);
  const compiler = [binaryOf("typescript", "bin/tsc"), "-p", tsconfig];
  const faults = await run(process.execPath, compiler).then(
    () => "",
    ({ stdout }) => stdout,
  );
  expect(faults).toBe("");
});

test("the TypeScript prints what it says", async () => {
  const { httpUrl } = await startTestServer();
  const { files, tsconfig } = createProject(
    blocksOf("ts").map((block) => block.replace("http://localhost:8000", httpUrl)),
  );
  const tsx = binaryOf("tsx", "dist/cli.mjs");
  const [session, inProcess] = await Promise.all(
    files.map((file) => run(process.execPath, [tsx, "--tsconfig", tsconfig, file])),
  );
  const [spoken, calculated] = blocksOf("ts").map((block) => /; \/\/ (.*)/.exec(block)?.[1] ?? "");
  expect(session.stdout.split("\n")[0]).toBe(spoken);
  expect(session.stdout).toContain("reward: [ 1, -0.5 ]");
  expect(inProcess.stdout.trim().endsWith(calculated.replace("… ", ""))).toBe(true);
});

test("the frames get the replies shown", async () => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  const [, ...frames] = blocksOf("console")[0].trim().split("\n");
  for (let index = 0; index < frames.length; index += 2) {
    const reply = JSON.stringify(await peer.askRaw(frames[index]));
    // What stands between the dots is there, in order.
    let rest = reply;
    for (const part of frames[index + 1].split("…")) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
  }
});

test("the commands work", async () => {
  const folder = createFolder();
  const main = builtProgram("src/cli/main.ts");
  const commands = blocksOf("sh")
    .filter((block) => block.startsWith("npx rlve-gym"))
    // What stands for a model is no need of this test.
    .map((block) =>
      block
        .replaceAll("npx rlve-gym", `"${process.execPath}" "${main}"`)
        .replace(/jq -c '.*'/, `"${process.execPath}" "${join(folder, "model.mjs")}"`),
    );
  writeFileSync(
    join(folder, "model.mjs"),
    `import { createInterface } from "node:readline";
for await (const line of createInterface({ input: process.stdin })) {
  const row = JSON.parse(line);
  console.log(JSON.stringify({ ...row, output: \`<answer>\${row.reference_answer}</answer>\` }));
}`,
  );
  expect(commands).toHaveLength(2);
  const [plain, composed] = await Promise.all(
    commands.map((block) => run("sh", ["-e", "-c", block], { cwd: folder })),
  );
  expect(plain.stdout).toMatch(/ShortestPath.*Knapsack@.*--port/s);
  expect(readFileSync(join(folder, "problems.jsonl"), "utf8").trim().split("\n")).toHaveLength(100);
  expect(
    composed.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual(
    [0, 1, 2].map((seed) => ({
      problem_id: `Sorting@2/0/${seed}`,
      seed,
      reward: 1,
      accuracy: 1,
      format_score: 1,
      reason: null,
    })),
  );
});

test("Docker's names agree: what is built is what runs, and what Python starts", () => {
  const built = blocksOf("sh").flatMap((block) =>
    [...block.matchAll(/^docker (?:build -t (\S+)|run .* (\S+)$)/gm)].map(
      ([, tag, image]) => tag ?? image,
    ),
  );
  expect(built).toHaveLength(2);
  const pages = ["README.md", "python/README.md", "python/src/RLVE_Gym/providers.py"].map((path) =>
    readFileSync(join(repository, path), "utf8"),
  );
  const started = pages.flatMap((page) =>
    [...page.matchAll(/from_docker_image\("(.*?)"/g)].map(([, image]) => image.toLowerCase()),
  );
  expect(started.length).toBeGreaterThan(3);
  // With the name that openenv.yaml has.
  const [, name] =
    /^name: (.*)$/m.exec(readFileSync(join(repository, "openenv.yaml"), "utf8")) ?? [];
  expect(new Set([...built, ...started])).toEqual(new Set([`${name}-env:latest`]));
});
