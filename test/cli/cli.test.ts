import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { environments } from "../../src/environments/registry.ts";
import { packageInfo } from "../../src/package-info.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { builtProgram } from "../built.ts";

const main = builtProgram("src/cli/main.ts");

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, LOG_LEVEL: "info", ...env },
  });
  // A process that ends before it has read all its input is no failure of the test.
  child.stdin.on("error", () => {});
  onTestFinished(() => void child.kill("SIGKILL"));
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, exit };
}

async function run(
  args: string[],
  { input = "", env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  const { child, exit } = start(args, env);
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { stdout, stderr, code, lines: stdout.trim().split("\n").filter(Boolean) };
}

/** Starts `serve` and waits for the line that says where it listens. */
async function serve(env: Record<string, string> = {}) {
  const { child, exit } = start(["serve", "--port", "0", "--host", "127.0.0.1"], env);
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

test("profile measures environments at levels, as a table or as JSON", async () => {
  const common = ["profile", "Sorting", "--levels", "0,3", "--seeds", "20"];
  const { stdout, stderr } = await run(common);
  expect(stdout).toMatch(
    /^Sorting@1: Sort a list\nlevel {2,}0 {2,}3\n {2}problems {2,}20 {2,}20\n/,
  );
  expect(stdout).toMatch(/\n {2}empty {2,}0 %, −0\.50 {2,}0 %, −0\.50\n/);
  expect(stdout).toMatch(/\n {2}verification .*[mµ]?s, .*[mµ]?s\n/);
  // Progress is for terminals.
  expect(stderr).toBe("");

  const [json] = (await run([...common, "--json"])).lines.map((line) => JSON.parse(line));
  expect(json).toMatchObject({ id: "Sorting", version: 1, levels: [{ level: 0 }, { level: 3 }] });
  expect(json.levels[1]).toMatchObject({ problems: 20, solved: 20, notes: [] });
});

test("sample writes problems, and what verify reads", async () => {
  const sample = [
    "sample",
    "--environment",
    "Sorting",
    "--difficulty",
    "2",
    "--seed",
    "5",
    "--count",
    "3",
  ];
  const plain = (await run(sample)).lines.map((line) => JSON.parse(line));
  expect(plain.map(({ problem_id }) => problem_id)).toEqual([
    "Sorting@1/2/5",
    "Sorting@1/2/6",
    "Sorting@1/2/7",
  ]);
  expect(plain[0].problem_input).toBe(generateProblem(sorting, 2, 5).prompt);
  expect(plain[0]).not.toHaveProperty("reference_answer");

  const problems = (await run([...sample, "--answers"])).lines.map((line) => JSON.parse(line));
  const input = problems.flatMap(
    ({ problem_id, environment, difficulty, seed, config, reference_answer }) => {
      const output = `<answer>${reference_answer}</answer>`;
      return [
        { problem_id, output },
        { environment, difficulty, seed, output },
        { environment, config, output: `[[${reference_answer}]]`, answer_markers: ["[[", "]]"] },
        { problem_id, output: "?" },
      ].map((line) => JSON.stringify(line));
    },
  );
  const verified = await run(["verify"], { input: `${input.join("\n")}\n` });
  const right = { reward: 1, accuracy: 1, format_score: 1 };
  const malformed = { reward: -1, accuracy: 0, format_score: 0 };
  expect(verified.lines.map((line) => JSON.parse(line))).toEqual(
    problems.flatMap(() => [right, right, right, malformed]),
  );
});

test("verify answers every line, right or wrong, in order, with reasons when asked", async () => {
  const input = [
    '{"problem_id":"Sorting@1/0/0","output":"<answer>1</answer>"}',
    "{",
    '{"problem_id":"Sortng@1/0/0","output":""}',
    '{"output":""}',
    '{"problem_id":"Sorting@1/0/0"}',
    '{"problem_id":"Sorting@1/0/0","output":"","extra":1}',
  ].join("\n");
  const { lines, code } = await run(["verify", "--explain"], { input });
  expect(code).toBe(0);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { reward: -0.5, reason: "1 integers instead of 3" },
    { error: { code: "INVALID_JSON" } },
    {
      error: {
        code: "VALIDATION_ERROR",
        message: expect.stringContaining("Did you mean 'Sorting'"),
      },
    },
    { error: { code: "VALIDATION_ERROR", message: expect.stringContaining("missing") } },
    { error: { code: "VALIDATION_ERROR", message: expect.stringContaining("output") } },
    { error: { code: "VALIDATION_ERROR" } },
  ]);
});

test("verify takes constant memory: it reads no faster than its results are taken", async () => {
  const { child } = start(["verify"]);
  const line = `${JSON.stringify({ problem_id: "Sorting@1/0/0", output: "x".repeat(1000) })}\n`;
  let accepted = 0;
  // Nobody reads the results: after some buffers the process must stop taking input.
  await new Promise<void>((resolve) => {
    const write = () => {
      while (child.stdin.write(line.repeat(100))) accepted += 100;
      accepted += 100;
      const stuck = setTimeout(resolve, 2_000);
      child.stdin.once("drain", () => {
        clearTimeout(stuck);
        if (accepted < 500_000) write();
        else resolve();
      });
    };
    write();
  });
  expect(accepted).toBeLessThan(100_000);
});

test.each([
  [["sample", "--environment", "Sortng"], /Did you mean 'Sorting'/],
  [["sample"], /required option '--environment <id>'/],
  [["sample", "--environment", "Sorting", "--difficulty", "-1"], /must be an integer from 0/],
  [["list", "--family", "sort"], /Unknown family 'sort'. The families are algebra, /],
  [["profile", "Sorting", "Sortng"], /Did you mean 'Sorting'/],
  [["profile", "Sorting", "--levels", "1,a"], /must be integers from 0, separated by commas/],
  [["srve"], /unknown command 'srve'/],
  [["serve", "--prot", "1"], /unknown option '--prot'/],
  [["serve", "--port", "99999"], /--port is "99999", but must be an integer from 0 to 65535/],
])("misuse %j is told in a line, with exit code 2", async (args, message) => {
  const { stdout, stderr, code } = await run(args);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test.each<[Record<string, string>, string]>([
  [{ PORT: "http" }, 'PORT is "http", but must be an integer from 0 to 65535'],
  [
    { RLVEGYM_EXPOSE_ANSWERS: "maybe" },
    'RLVEGYM_EXPOSE_ANSWERS is "maybe", but must be true or false',
  ],
  [{ RLVEGYM_ENVIRONMENT_IDENTIFIER: "Sortng" }, "Did you mean 'Sorting'?"],
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

test("serve takes its settings from the environment, and ends with 0 on SIGTERM", async () => {
  const { child, exit, url } = await serve({
    RLVEGYM_ENVIRONMENT_IDENTIFIER: "Sorting",
    RLVEGYM_DIFFICULTY: "2",
  });
  const logs = text(child.stderr);
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: "healthy" });
  const reset = await (await fetch(`${url}/reset`, { method: "POST" })).json();
  expect(reset).toMatchObject({ metadata: { problem_id: "Sorting@1/2/0" } });
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
