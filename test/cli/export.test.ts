import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { parseLines, run, start } from "./program.ts";

const folder = await mkdtemp(join(tmpdir(), "rlve-gym-export-"));
afterAll(() => rm(folder, { recursive: true }));

const EXPORT = ["export", "--format", "plain", "--environments"];

test("rows are shared out by weight, and alike among levels", async () => {
  const { lines } = await run([
    ...EXPORT,
    "Sorting=3,Knapsack",
    "--levels",
    "1-2",
    "--count",
    "80",
  ]);
  const rows = parseLines(lines);
  const count = (environment: string, difficulty: number) =>
    rows.filter((row) => row.environment === environment && row.difficulty === difficulty).length;
  expect([count("Sorting", 1), count("Sorting", 2)]).toEqual([30, 30]);
  expect([count("Knapsack", 1), count("Knapsack", 2)]).toEqual([10, 10]);
});

test("presets are of the environments of which they hold at all levels", async () => {
  const named = "family:sorting+no-guessing";
  const { lines } = await run([...EXPORT, named, "--levels", "6,10", "--count", "200"]);
  const ids = (await run(["list", `${named}@6+no-guessing@10`, "--json"])).lines.map(
    (line) => JSON.parse(line).id,
  );
  expect([...new Set(parseLines(lines).map((row) => row.environment))]).toEqual(ids);
  expect(ids).toContain("Sorting");
});

test("a level with fewer problems gives fewer rows, and the summary says so", async () => {
  const { lines, stderr, code } = await run([...EXPORT, "DeltaMinPopcount", "--count", "3000"]);
  const prompts = new Set(parseLines(lines).map((row) => row.problem_input));
  expect(prompts.size).toBe(lines.length);
  expect(stderr).toContain(`DeltaMinPopcount, level 0: ${lines.length} of 3000 rows`);
  expect(code).toBe(0);
});

test("files of a size, their card, and nothing half written", async () => {
  const output = join(folder, "sized", "rows.jsonl");
  const card = join(folder, "sized", "README.md");
  const args = [...EXPORT, "Sorting", "--levels", "3", "--count", "100", "-o", output];
  const { code } = await run([...args, "--file-size", "10KB", "--card", card]);
  expect(code).toBe(0);
  const names = (await readdir(join(folder, "sized"))).sort();
  expect(names.slice(0, 3)).toEqual(["README.md", "rows-00000.jsonl", "rows-00001.jsonl"]);
  expect(names.filter((name) => name.startsWith("."))).toEqual([]);
  const texts = await Promise.all(
    names.slice(1).map((name) => readFile(join(folder, "sized", name), "utf8")),
  );
  expect(parseLines(texts.join("").trim().split("\n"))).toHaveLength(100);
  const text = await readFile(card, "utf8");
  for (const name of names.slice(1)) expect(text).toContain(`- "${name}"`);
  expect(text).toContain("100 distinct problems");
  const again = await run([...args, "--card", card]);
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining("--force") });
});

test.each([["SIGINT", 130] as const, ["SIGTERM", 143] as const])(
  "%s leaves no file",
  async (signal, code) => {
    const stopped = join(folder, signal);
    const args = [...EXPORT, "Sorting", "--levels", "9", "--count", "1000000"];
    const { child, exit } = start([...args, "-o", join(stopped, "rows.jsonl")]);
    const names = () => readdir(stopped).catch(() => []);
    while ((await names()).length === 0) await delay(20);
    child.kill(signal);
    expect(await exit).toBe(code);
    expect(await names()).toEqual([]);
  },
);

test("the summary as JSON", async () => {
  const output = join(folder, "summary.jsonl");
  const args = [...EXPORT, "Sorting,Knapsack", "--count", "8", "-o", output];
  const { lines } = await run([...args, "--json"]);
  expect(parseLines(lines)).toEqual([
    {
      rows: 8,
      draws: expect.any(Number),
      files: [output],
      levels: ["Knapsack", "Sorting"].map((environment) =>
        expect.objectContaining({ environment, level: 0, asked: 4, rows: 4, failure: null }),
      ),
    },
  ]);
});

test.each([
  [["Sortng", "--count", "1"], "Did you mean 'Sorting'"],
  [["Sorting", "--count", "1", "--levels", "3-1"], "--levels"],
  [["Sorting", "--count", "1", "-o", "rows.csv"], "--output"],
  [["Sorting=0", "--count", "1"], "--environments"],
  [["Sorting", "--count", "1", "--card", "README.md"], "--output"],
  [["Sorting", "--count", "1", "--json"], "--output"],
  [["Sorting", "--count", "1", "--format", "rlve"], "--answers"],
])("export %j is refused", async (args, message) => {
  const { code, stderr } = await run([...EXPORT, ...args]);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});
