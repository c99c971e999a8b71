import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { environments } from "../../src/environments/registry.ts";
import { packageInfo } from "../../src/package-info.ts";
import { builtProgram } from "../built.ts";
import { run, start } from "./program.ts";

/** Starts `serve` and waits for the line that says where it listens. */
async function serve(env: Record<string, string> = {}, flags: string[] = []) {
  const { child, exit } = start(["serve", "--port", "0", "--host", "127.0.0.1", ...flags], env);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()));
    exit.then((code) => reject(new Error(`serve ended with ${code}`)));
  });
  expect(line).toMatch(/^rlve-gym listening on http:\/\/127\.0\.0\.1:\d+$/);
  return { child, exit, url: line.slice("rlve-gym listening on ".length) };
}

const sorting = environments.get("Sorting");
if (sorting === undefined) throw new Error("Sorting is not registered");

test("--help and --version; each command has help with an example of what it does", async () => {
  const help = await run(["--help"]);
  expect(help.code).toBe(0);
  for (const command of ["serve", "list", "sample", "verify", "profile"]) {
    expect(help.stdout).toContain(command);
    const own = await run([command, "--help"]);
    expect(own.code).toBe(0);
    expect(own.stdout).toContain("Options:");
  }
  expect((await run(["--version"])).stdout.trim()).toBe(packageInfo.version);
  expect((await run(["serve", "--help"])).stdout).toMatch(
    /RLVEGYM_GENERATION_TIMEOUT_S,\s+default 10/,
  );
});

test("list names every environment, or those of a family", async () => {
  expect((await run(["list"])).lines).toHaveLength(environments.size);
  const json = (await run(["list", "--family", "sorting", "--json"])).lines.map((line) =>
    JSON.parse(line),
  );
  expect(json.every(({ family }) => family === "sorting")).toBe(true);
  expect(json).toContainEqual({
    id: "Sorting",
    title: sorting.title,
    family: "sorting",
    summary: sorting.summary,
  });
});

test("list, sample and profile take families and presets", async () => {
  const ids = (await run(["list", "family:sorting+no-guessing@6", "--json"])).lines.map(
    (line) => JSON.parse(line).id,
  );
  expect(ids).toContain("Sorting");
  expect(ids.length).toBeLessThanOrEqual((await run(["list", "family:sorting"])).lines.length);
  const sampled = await run(
    "sample --environment Knapsack,family:sorting+no-guessing --difficulty 6 --count 2".split(" "),
  );
  const drawn = sampled.lines.map((line) => JSON.parse(line).environment);
  expect(drawn.toSorted()).toEqual(["Knapsack", ...ids].flatMap((id) => [id, id]).toSorted());
  const profiled = await run([
    "profile",
    "family:sorting+no-guessing",
    "--levels",
    "6",
    "--seeds",
    "2",
  ]);
  expect(profiled.stdout.match(/^\w+@\d+: /gm)).toHaveLength(ids.length);
});

test("profile measures environments at levels, as a table or as JSON", async () => {
  const common = ["profile", "Sorting", "--levels", "0,3", "--seeds", "20"];
  const { stdout, stderr } = await run(common);
  expect(stdout).toMatch(
    /^Sorting@\d+: Sort a list\nlevel {2,}0 {2,}3\n {2}problems {2,}20 {2,}20\n/,
  );
  expect(stdout).toMatch(/\n {2}empty {2,}0 %, −0\.50 {2,}0 %, −0\.50\n/);
  expect(stdout).toMatch(/\n {2}verification .*[mµ]?s, .*[mµ]?s\n/);
  // Progress is for terminals.
  expect(stderr).toBe("");

  const [json] = (await run([...common, "--json"])).lines.map((line) => JSON.parse(line));
  expect(json).toMatchObject({
    id: "Sorting",
    version: sorting.version,
    levels: [{ level: 0 }, { level: 3 }],
  });
  expect(json.levels[1]).toMatchObject({ problems: 20, solved: 20, notes: [] });
});

test.each([
  [["sample", "--environment", "Sortng"], /^rlve-gym: --environment: .* Did you mean 'Sorting'\?$/],
  [["sample"], /required option '--environment <id>'/],
  [
    ["sample", "--environment", "Sorting", "--difficulty", "-1"],
    /^rlve-gym: --difficulty is "-1", but must be an integer from 0$/,
  ],
  [
    ["sample", "--environment", "Sorting", "--seed", "9007199254740991", "--count", "3"],
    /--seed is "9007199254740991", but must be at most 9007199254740989 where --count is 3$/,
  ],
  [["sample", "--environment", "Sorting", "--timeout", "soon"], /--timeout is "soon", but must be/],
  [
    ["sample", "--environment", "Sorting", "--split", "tests"],
    /^rlve-gym: --split is "tests", but must be train or test$/,
  ],
  [["verify", "--keep", "reward"], /--keep is "reward", but must be other keys than results have/],
  [["verify", "--keep", "a,,b"], /--keep is "a,,b", but must be keys, separated by commas$/],
  [["list", "--family", "sort"], /--family is "sort", but must be algebra, /],
  [["list", "no-gessing"], /There is no preset 'no-gessing'\. The presets are short-answers, no-/],
  [["sample", "--environment", "family:sort"], /--environment: There is no family 'sort'\./],
  [["profile", "Sorting", "Sortng"], /Did you mean 'Sorting'/],
  [["profile", "Sorting", "--levels", "1,a"], /must be levels and ranges of levels, such as 0-4,8/],
  [["srve"], /unknown command 'srve'/],
  [["serve", "--prot", "1"], /^rlve-gym: unknown option '--prot' \(Did you mean --port\?\)$/],
  [["serve", "--environment", "Sortng"], /^rlve-gym: --environment: Unknown environment 'Sortng'/],
  [["serve", "--port", "99999"], /--port is "99999", but must be an integer from 0 to 65535/],
])("misuse %j is told in a line, with exit code 2", async (args, message) => {
  const { stdout, stderr, code } = await run(args);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr.trimEnd()).toMatch(message);
  expect(stderr).toMatch(/^rlve-gym: .*\n$/);
});

test.each<[Record<string, string>, string]>([
  [{ PORT: "http" }, 'PORT is "http", but must be an integer from 0 to 65535'],
  [
    { RLVEGYM_EXPOSE_ANSWERS: "maybe" },
    'RLVEGYM_EXPOSE_ANSWERS is "maybe", but must be true or false',
  ],
  [
    { RLVEGYM_ENVIRONMENT_IDENTIFIER: "Sortng" },
    "RLVEGYM_ENVIRONMENT_IDENTIFIER: Unknown environment 'Sortng'. Did you mean 'Sorting'?",
  ],
  [{ LOG_LEVEL: "loud" }, "must be fatal, error, warn, info"],
])("bad configuration %j is told in one line, with exit code 2", async (env, message) => {
  const { stderr, code } = await run(["serve", "--port", "0"].slice(0, env.PORT ? 1 : 3), { env });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("a port in use is told in one line, with exit code 1", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { stderr, code } = await run(["serve", "--host", "127.0.0.1", "--port", String(port)]);
  expect(code).toBe(1);
  expect(stderr).toContain(`port ${port} of 127.0.0.1 is in use; choose another`);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("serve --exit-with-parent drains and ends with 0 when its standard input ends", async () => {
  const { child, exit, url } = await serve({}, ["--exit-with-parent"]);
  const ws = new WebSocket(`${url.replace("http", "ws")}/ws`);
  await new Promise((resolve) => ws.once("open", resolve));
  const closed = new Promise((resolve) => ws.once("close", resolve));
  child.stdin.end();
  expect(await closed).toBe(1001);
  expect(await exit).toBe(0);
});

test.skipIf(process.platform === "win32")(
  "serve --watch-parent drains and ends when the process that started it is killed",
  async () => {
    // `; true` keeps the shell beside the server.
    const script = '"$0" "$@" serve --watch-parent --port 0; true';
    const shell = spawn("sh", ["-c", script, process.execPath, builtProgram("src/cli/main.ts")], {
      env: { ...process.env, HOST: "127.0.0.1", LOG_LEVEL: "fatal" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void shell.kill("SIGKILL"));
    const [line] = (await once(createInterface(shell.stdout), "line")) as [string];
    const ws = new WebSocket(`ws://${new URL(line.slice(line.indexOf("http"))).host}/ws`);
    await once(ws, "open");
    shell.kill("SIGKILL");
    const [code] = await once(ws, "close");
    expect(code).toBe(1001);
  },
);

test("serve takes its settings from the environment, and ends with 0 on SIGTERM", async () => {
  const { child, exit, url } = await serve({
    RLVEGYM_ENVIRONMENT_IDENTIFIER: "Sorting",
    RLVEGYM_DIFFICULTY: "2",
  });
  const logs = text(child.stderr);
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: "healthy" });
  const reset = await (await fetch(`${url}/reset`, { method: "POST" })).json();
  expect(reset).toMatchObject({ metadata: { problem_id: `Sorting@${sorting.version}/2/0` } });
  const ws = new WebSocket(`${url.replace("http", "ws")}/ws`);
  await new Promise((resolve) => ws.once("open", resolve));
  const closed = new Promise((resolve) => ws.once("close", resolve));
  child.kill("SIGTERM");
  expect(await closed).toBe(1001);
  expect(await exit).toBe(0);
  // Standard error holds JSON lines only.
  for (const line of (await logs).trim().split("\n"))
    expect(JSON.parse(line)).toHaveProperty("msg");
});
