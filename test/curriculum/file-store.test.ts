import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { FileStore } from "../../src/curriculum/file-store.ts";
import { environments } from "../../src/environments/registry.ts";
import { builtProgram } from "../built.ts";
import { build, toKept } from "./store-suite.ts";
import { createDirectory, fail } from "./stores.ts";

const right = { environment: "Sorting", difficulty: 0, samples: 1, correct: 1 };

/** Reports without end, and says every hundredth time how many there were, and when. */
const REPORTER = `
import { FileStore } from ${JSON.stringify(pathToFileURL(builtProgram("src/curriculum/file-store.ts")).href)};
import { sorting } from ${JSON.stringify(pathToFileURL(builtProgram("src/environments/sorting/sorting.ts")).href)};
const registry = new Map([["Sorting", { ...sorting, family: "sorting" }]]);
const store = new FileStore(process.argv[1], registry, (message) => { throw new Error(message); });
let count = store.load("main").progress.get("Sorting").total_samples;
console.log("begun", count, Date.now());
setInterval(() => {
  for (let turn = 0; turn < 100; turn++) {
    store.report("main", [${JSON.stringify(right)}], { key: "reporter", number: count++ });
  }
  console.log("reported", count, Date.now());
}, 5);
`;

/** Kills a reporter in the midst of its work, and gives what its directory then holds. */
async function killAmidst(directory: string, afterMs: number, kept: number): Promise<number> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", REPORTER, directory]);
  let said = "";
  child.stdout.on("data", (part) => {
    said += part;
  });
  await once(child.stdout, "data");
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill("SIGKILL");
  await once(child, "close");
  const lines = said
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" "));
  const [, begun] = lines[0];
  const [, last, end] = lines[lines.length - 1];
  const aSecondBefore = lines.findLast(([, , at]) => Number(at) < Number(end) - 1000);
  expect(Number(begun)).toBe(kept);
  const store = new FileStore(directory, environments, fail);
  const count = store.load("main").progress.get("Sorting")?.total_samples ?? -1;
  expect(count).toBeGreaterThanOrEqual(Number(aSecondBefore?.[1] ?? begun));
  expect(count).toBeLessThanOrEqual(Number(last) + 100);
  // What was counted before the kill is known to have been.
  if (count > 0) {
    const again = store.report("main", [right], { key: "reporter", number: count - 1 });
    expect(again).toMatchObject({ counted: false });
  }
  await store.close();
  return count;
}

test("fifty kills in the middle of a stream: whole, and at most a second behind", async () => {
  const runs = Array.from({ length: 5 }, async (_, run) => {
    const directory = createDirectory();
    const store = new FileStore(directory, environments, fail);
    store.save("main", toKept(build({ environments: ["Sorting"], min_samples: 1e9 })), false);
    await store.close();
    let kept = 0;
    for (let kill = 0; kill < 10; kill++) {
      // Once after more than the time in which a change is written.
      kept = await killAmidst(directory, kill === 5 ? 1200 : 10 + kill * 50 + run * 10, kept);
    }
    expect(kept).toBeGreaterThan(0);
    expect(readdirSync(directory)).toEqual(["main.json"]);
  });
  await Promise.all(runs);
}, 120_000);

test("what was remembered goes on: groups, reports, rises", async () => {
  const directory = createDirectory();
  const before = new FileStore(directory, environments, fail);
  before.save("main", toKept(build({ environments: ["Sorting"] })), false);
  before.take("main", 1, "group");
  before.report("main", [{ ...right, samples: 10, correct: 10 }], { key: "a", number: 4 });
  before.take("main", 1, "later");
  const kept = before.load("main");
  await before.close();
  const after = new FileStore(directory, environments, fail);
  expect(after.load("main")).toEqual(kept);
  expect(after.take("main", 1, "group").topOf("Sorting")).toBe(0);
  expect(after.take("main", 1, "later")).toMatchObject({ first: 1 });
  expect(after.take("main", 1, "later").topOf("Sorting")).toBe(1);
  expect(after.report("main", [right], { key: "a", number: 4 })).toMatchObject({ counted: false });
  expect(after.rises("main")).toEqual([{ environment: "Sorting", top: 1, draws: 1 }]);
  after.remove("main");
  await after.close();
  expect(readdirSync(directory)).toEqual([]);
});

test("a directory that another process has, and files that hold something else, are refused", async () => {
  const directory = createDirectory();
  writeFileSync(join(directory, "lock"), String(process.ppid));
  expect(() => new FileStore(directory, environments, fail)).toThrow(/process \d+ has it/);
  const broken = createDirectory();
  writeFileSync(join(broken, "main.json"), '{"definition": 1}');
  expect(() => new FileStore(broken, environments, fail)).toThrow(/main\.json does not hold/);
  expect(() => new FileStore("/dev/null/no", environments, fail)).toThrow(/cannot keep curricula/);
});
