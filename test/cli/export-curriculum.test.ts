import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startTestServer } from "../server/harness.ts";
import { parseLines, run } from "./program.ts";

const folder = await mkdtemp(join(tmpdir(), "rlve-gym-export-"));
afterAll(() => rm(folder, { recursive: true }));

const EXPORT = ["export", "--format", "plain", "--count", "80", "--curriculum"];
const definition = { environments: { Sorting: 3, Knapsack: 1 }, start: 2, window: 3 };

async function save(name: string, curriculum: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(curriculum));
  return file;
}

/** How many rows there are of each environment, level and split. */
function countRows(lines: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { environment, difficulty, split } of parseLines(lines)) {
    const name = `${environment} ${difficulty} ${split}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

test("a curriculum that has not begun draws from its first level, of its split", async () => {
  const source = await save("definition.json", definition);
  const { lines } = await run([...EXPORT, source]);
  expect(countRows(lines)).toEqual({ "Knapsack 2 train": 20, "Sorting 2 train": 60 });
  const tests = await run([...EXPORT, source, "--split", "test"]);
  expect(countRows(tests.lines)).toEqual({ "Knapsack 2 test": 20, "Sorting 2 test": 60 });
});

test("a saved state draws from the levels up to its tops, alike", async () => {
  const begun = { samples: 0, correct: 0, total_samples: 0, total_correct: 0, failed_draws: 0 };
  const source = await save("state.json", {
    definition: { ...definition, split: "test" },
    draws: 0,
    environments: {
      Sorting: { ...begun, top: 6, weight: 3 },
      Knapsack: { ...begun, top: 3, weight: 1 },
    },
  });
  const { lines } = await run([...EXPORT, source]);
  expect(countRows(lines)).toEqual({
    "Knapsack 2 test": 10,
    "Knapsack 3 test": 10,
    "Sorting 4 test": 20,
    "Sorting 5 test": 20,
    "Sorting 6 test": 20,
  });
});

test("a server is asked for its curriculum, with the key", async () => {
  const { httpUrl } = await startTestServer({ apiKey: "secret" });
  const url = `${httpUrl}/curricula/main`;
  const made = await fetch(url, {
    method: "PUT",
    headers: { "content-type": "application/json", authorization: "Bearer secret" },
    body: JSON.stringify(definition),
  });
  expect(made.status).toBe(200);
  const { lines } = await run([...EXPORT, url], { env: { RLVEGYM_API_KEY: "secret" } });
  expect(countRows(lines)).toEqual({ "Knapsack 2 train": 20, "Sorting 2 train": 60 });
  const refused = await run([...EXPORT, url]);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("RLVEGYM_API_KEY") });
});

test("what is no curriculum is refused", async () => {
  const source = await save("bad.json", { ...definition, window: 0 });
  const bad = await run([...EXPORT, source]);
  expect(bad).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("window must be at least"),
  });
  const missing = await run([...EXPORT, join(folder, "none.json")]);
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining("ENOENT") });
  const both = await run([...EXPORT, source, "--levels", "3"]);
  expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining("cannot be used with") });
  const neither = await run(EXPORT.slice(0, -1));
  expect(neither).toMatchObject({ code: 2, stderr: expect.stringContaining("--curriculum") });
});
