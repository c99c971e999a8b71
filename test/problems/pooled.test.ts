import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { environments as allEnvironments } from "../../src/environments/registry.ts";
import { type Failure, isFailure } from "../../src/problems/failure.ts";
import {
  createPooledProblems,
  type PooledOptions,
  type PooledProblems,
} from "../../src/problems/pooled.ts";
import { generateProblem, type Problem } from "../../src/problems/problem.ts";
import { STRICT } from "../../src/problems/reading/reading.ts";
import { DEFAULT_MARKERS, verifyOutput } from "../../src/problems/verify.ts";
import { badWorkers, builtProgram, workers } from "../built.ts";
import { environments } from "./worker-environments.ts";

const rule = { markers: DEFAULT_MARKERS, reading: STRICT };

const DEFAULTS: PooledOptions = {
  registry: environments,
  ...badWorkers,
  generationTimeoutMs: 60_000,
  workers: 1,
  spareWorkers: 1,
};

/** How long a test waits for workers to start, in milliseconds, and how often it looks. */
const WAIT = { timeout: 60_000, interval: 20 };

const opened: PooledProblems[] = [];

function open(options: Partial<PooledOptions> = {}): PooledProblems {
  const problems = createPooledProblems({ ...DEFAULTS, ...options });
  opened.push(problems);
  return problems;
}

function toReference(environment: string, seed = 1, difficulty = 0) {
  return { environment, difficulty, seed };
}

function toReferences(environment: string, count: number, difficulty = 0) {
  return Array.from({ length: count }, (_, seed) => toReference(environment, seed, difficulty));
}

function toProblem(result: Problem | Failure): Problem {
  if (isFailure(result)) throw new Error(result.message);
  return result;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((problems) => problems.close()));
});

/** V8's own word for whether two objects have their properties in the same places. */
setFlagsFromString("--allow-natives-syntax");
const hasShapeOf: (a: object, b: object) => boolean = runInThisContext(
  "(a, b) => %HaveSameMap(a, b)",
);

/** One for all tests that leave the workers as they are. */
const shared = createPooledProblems(DEFAULTS);

afterAll(() => shared.close());

describe("generation", () => {
  test("problems of workers are those of this process", async () => {
    const problems = open({ registry: allEnvironments, ...workers });
    for (const environment of [...allEnvironments.values()].slice(0, 30)) {
      const problem = await problems.generate(toReference(environment.id, 42, 3));
      expect(problem).toEqual(generateProblem(environment, 3, 42));
      expect(toProblem(problem).environment).toBe(environment);
    }
  });

  test("problems of workers share one shape: of many shapes, each access searches for its own", async () => {
    const references = toReferences("Numbered", 20);
    const problems = await Promise.all(references.map((it) => shared.generate(it)));
    const [first, ...others] = problems.map(toProblem);
    expect(others.filter((other) => !hasShapeOf(first, other))).toEqual([]);
  });

  test("what an environment throws is in the failure, shortened; its batch is not affected", async () => {
    const [failure, ...others] = await Promise.all([
      shared.generate(toReference("Throwing")),
      ...toReferences("Quick", 10).map((reference) => shared.generate(reference)),
    ]);
    expect(failure).toMatchObject({ failure: "failed" });
    expect((failure as Failure).message).toMatch(
      /^Generation of Throwing \(difficulty 0, seed 1\) failed internally$/,
    );
    for (const other of others) toProblem(other);
    expect(shared.statistics.startedWorkers).toBeLessThanOrEqual(2);
  });

  test("a problem that is too large to hand over fails", async () => {
    const failure = await shared.generate(toReference("Unsendable"));
    expect((failure as Failure).message).toContain("the result takes 17 MiB, more than the 4 MiB");
  });

  test("large problems of one batch all arrive", async () => {
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, seed) => shared.generate(toReference("Large", seed, 100_000))),
    );
    for (const result of results) expect(toProblem(result).instance.list).toHaveLength(100_000);
  });
});

describe("sharing", () => {
  test("requests for the same problem share one generation, also later from the cache", async () => {
    const reference = toReference("Numbered");
    const [first, second] = await Promise.all([
      shared.generate(reference),
      shared.generate({ ...reference }),
    ]);
    expect(second).toBe(first);
    expect(await shared.generate({ ...reference })).toBe(first);
    expect(shared.cached({ ...reference })).toBe(first);
  });

  test("the cache holds what its bytes allow, and drops what was not used for longest", async () => {
    const problems = open({ cacheBytes: 10_000 });
    const [kept, ...others] = toReferences("Numbered", 40);
    const first = await problems.generate(kept);
    for (const other of others) {
      await problems.generate(other);
      expect(problems.cached(kept)).toBe(first);
    }
    const remaining = others.filter((reference) => problems.cached(reference) !== undefined);
    expect(remaining.length).toBeGreaterThan(0);
    expect(remaining).toEqual(others.slice(-remaining.length));
    expect(problems.cached(others[0])).toBeUndefined();
    expect(await problems.generate(others[0])).toMatchObject({ seed: others[0].seed });
  });
});

describe("work that does not end", () => {
  test("the deadline ends it; its batch and what waits behind it lose nothing", async () => {
    const ended = vi.fn();
    const problems = open({ generationTimeoutMs: 1500, onWorkerEnd: ended });
    const [failure, ...others] = await Promise.all([
      problems.generate(toReference("Endless", 7)),
      ...toReferences("Quick", 300).map((reference) => problems.generate(reference)),
    ]);
    expect(failure).toEqual({
      failure: "failed",
      message:
        "Generation of Endless (difficulty 0, seed 7) was stopped: it passed the time limit of 1.5 s",
    });
    for (const other of others) toProblem(other);
    expect(ended).toHaveBeenCalledTimes(1);
    expect(ended).toHaveBeenCalledWith("it passed the time limit of 1.5 s", {
      task: "generate",
      environment: "Endless",
      problem_id: "Endless@1/0/7",
    });
    await vi.waitFor(() => expect(problems.statistics.readyWorkers).toBe(2), WAIT);
    expect(problems.statistics).toMatchObject({ queued: 0, running: 0 });
  });

  test("others are served while it lasts, whatever the number of stuck workers", async () => {
    const problems = open({ generationTimeoutMs: 40_000 });
    const stuck = Promise.all([
      problems.generate(toReference("Endless", 1)),
      problems.generate(toReference("Endless", 2, 1)),
    ]);
    let isOver = false;
    stuck.then(() => {
      isOver = true;
    });
    for (const reference of toReferences("Quick", 50)) {
      toProblem(await problems.generate(reference));
    }
    // Both workers are stuck after a tenth of the limit, if not before: another one comes.
    await vi.waitFor(() => expect(problems.statistics.startedWorkers).toBeGreaterThan(2), WAIT);
    toProblem(await problems.generate(toReference("Quick", 1000)));
    expect(isOver).toBe(false);
  });

  test("many slow problems of a kind leave a worker to others", async () => {
    const problems = open({ generationTimeoutMs: 1000 });
    const endless = toReferences("Endless", 4).map((reference) => problems.generate(reference));
    for (const reference of toReferences("Quick", 20)) {
      toProblem(await problems.generate(reference));
    }
    for (const failure of await Promise.all(endless)) {
      expect((failure as Failure).message).toContain("it passed the time limit of 1 s");
    }
  });
});

describe("work that ends its worker", () => {
  /** Of the problems beside the guilty one, so that none is in the cache. */
  let level = 0;
  const memory = /needs more than (512|640) MiB of memory|the worker ended with SIGABRT$/;

  test.for([
    ["Oversized", memory],
    ["HeapFilling", memory],
    ["MemoryFilling", memory],
    ["Aborting", /the worker ended with SIGABRT/],
    ["Killing", /the worker ended with SIGKILL/],
    ["Exiting", /the thread ended with exit code 3/],
  ] as const)("%s: it alone fails", async ([environment, reason]) => {
    const [failure, ...others] = await Promise.all([
      shared.generate(toReference(environment)),
      ...toReferences("Quick", 100, ++level).map((reference) => shared.generate(reference)),
    ]);
    expect((failure as Failure).message).toMatch(
      new RegExp(
        `^Generation of ${environment} \\(difficulty 0, seed 1\\) was stopped: .*${reason.source}`,
      ),
    );
    for (const other of others) toProblem(other);
  });

  test("it is replaced", async () => {
    const { startedWorkers } = shared.statistics;
    expect(await shared.generate(toReference("Exiting", 2))).toMatchObject({ failure: "failed" });
    await vi.waitFor(() => {
      expect(shared.statistics.startedWorkers).toBeGreaterThan(startedWorkers);
      expect(shared.statistics).toMatchObject({ readyWorkers: 2, queued: 0, running: 0 });
    }, WAIT);
  });

  const toWorker = (result: Problem | Failure) => Number(toProblem(result).instance.process);

  test("quick jobs leave the spare worker alone while the other keeps up", async () => {
    const problems = open();
    await vi.waitFor(() => expect(problems.statistics.readyWorkers).toBe(2), WAIT);
    let seed = 0;
    // More than go together; again, should the machine have held a worker up.
    await vi.waitFor(async () => {
      const references = Array.from({ length: 600 }, () => toReference("Numbered", seed++));
      const numbered = await Promise.all(references.map((it) => problems.generate(it)));
      expect(new Set(numbered.map(toWorker)).size).toBe(1);
    }, WAIT);
  });

  test("where it does not, the spare one has them long before that counts as stuck", async () => {
    const problems = open();
    await vi.waitFor(() => expect(problems.statistics.readyWorkers).toBe(2), WAIT);
    const frozen = toWorker(await problems.generate(toReference("Numbered", 0)));
    process.kill(frozen, "SIGSTOP");
    const others = toReferences("Numbered", 601).slice(1);
    const pending = others.map((reference) => problems.generate(reference));
    const begin = performance.now();
    expect(toWorker(await Promise.any(pending))).not.toBe(frozen);
    // Stuck is what says nothing for a tenth of the time limit of 60 s.
    expect(performance.now() - begin).toBeLessThan(4_000);
    process.kill(frozen, "SIGCONT");
    for (const problem of await Promise.all(pending)) toProblem(problem);
  });

  test("a worker that someone kills costs nothing but time", async () => {
    const problems = open({ spareWorkers: 0 });
    const { instance } = toProblem(await problems.generate(toReference("Numbered")));
    const [, ...others] = await Promise.all([
      Promise.resolve().then(() => process.kill(Number(instance.process), "SIGKILL")),
      ...toReferences("Quick", 100).map((reference) => problems.generate(reference)),
    ]);
    for (const other of others) toProblem(other);
    expect(problems.statistics.startedWorkers).toBe(2);
  });
});

describe("verification", () => {
  const mark = (answer: unknown) => `<answer>${answer}</answer>`;

  test("that is quick runs in this process, at once", async () => {
    const quick = toProblem(await shared.generate(toReference("Quick")));
    expect(shared.verify(quick, [mark(1)], rule)).toEqual([verifyOutput(quick, mark(1))]);
  });

  test("slow verification runs in workers, with the deadline of an output of its own", async () => {
    const problems = open({ generationTimeoutMs: 1500 });
    const slow = toProblem(await problems.generate(toReference("Slow")));
    const outputs = [mark(2n ** 70n), mark("loop"), mark("throw"), "none", mark("wrong")];
    const [right, endless, throwing, malformed, wrong] = await problems.verify(slow, outputs, rule);
    expect(right).toMatchObject({ reward: 1, accuracy: 1, format_score: 1, reason: null });
    expect(endless).toEqual({
      failure: "failed",
      message: "Verification of Slow was stopped: it passed the time limit of 1.5 s",
    });
    expect(throwing).toEqual({
      failure: "failed",
      message: "Verification of Slow failed internally",
      cause: "index out of range",
    });
    expect(malformed).toEqual(verifyOutput(slow, "none"));
    expect(wrong).toMatchObject({ reward: 0, reason: expect.stringMatching(/^verified by/) });
    expect(wrong).not.toMatchObject({ reason: `verified by process ${process.pid}` });
  });
});

describe("solving", () => {
  test("what does not end or throws fails", async () => {
    const problems = open({ generationTimeoutMs: 1500 });
    const [endless, throwing] = await Promise.all([
      problems.generate(toReference("EndlessSolving")),
      problems.generate(toReference("ThrowingSolving")),
    ]);
    expect(await problems.solve(toProblem(endless))).toEqual({
      failure: "failed",
      message: "Solving EndlessSolving@1/0/1 was stopped: it passed the time limit of 1.5 s",
    });
    expect(await problems.solve(toProblem(throwing))).toEqual({
      failure: "failed",
      message: "Solving ThrowingSolving@1/0/1 failed internally",
      cause: "no way out",
    });
  });
});

describe("start and end", () => {
  test("workers that cannot load their environments: requests fail and say why", async () => {
    const problems = open({
      registryModule: new URL("no-such-module.js", badWorkers.registryModule),
    });
    for (let seed = 0; seed < 3; seed++) {
      const failure = await problems.generate(toReference("Quick", seed));
      expect((failure as Failure).message).toMatch(
        /^Generation of Quick .* failed: no worker can start; the log says why$/,
      );
    }
    // Requests that fail at once start nothing: there is a pause between attempts.
    expect(problems.statistics.startedWorkers).toBeLessThanOrEqual(3);
  });

  test("a module without environments: requests fail, and the log is told why", async () => {
    const ended = vi.fn();
    const problems = open({
      onWorkerEnd: ended,
      registryModule: new URL("../../src/log.js", badWorkers.registryModule),
    });
    expect(await problems.generate(toReference("Quick"))).toMatchObject({
      message: expect.stringContaining("no worker can start; the log says why"),
    });
    expect(ended).toHaveBeenCalledWith(
      expect.stringContaining("exports no environments"),
      undefined,
    );
  });

  test("closing fails what is under way and what comes later", async () => {
    const problems = open();
    const pending = [toReference("Endless"), ...toReferences("Quick", 3)].map((reference) =>
      problems.generate(reference),
    );
    await problems.close();
    for (const result of await Promise.all(pending)) expect(isFailure(result)).toBe(true);
    expect(await problems.generate(toReference("Quick", 9))).toMatchObject({ failure: "failed" });
    expect(problems.statistics).toMatchObject({ queued: 0, running: 0, readyWorkers: 0 });
  });

  test.for(["closed", "idle", "busy"])(
    "a process with %s workers ends, or is killed, and they with it",
    async (how) => {
      const program = builtProgram("test/problems/generate-and-end.ts");
      const { stdout, status } = spawnSync(process.execPath, [program, how], { encoding: "utf8" });
      expect(status).toBe(how === "busy" ? null : 0);
      const workers = stdout.trim().split(" ").map(Number);
      expect(workers.length).toBeGreaterThan(0);
      await vi.waitFor(() => expect(workers.filter(isRunning)).toEqual([]), WAIT);
    },
  );
});

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0); // Asks only whether the process exists.
    // A zombie has ended: nobody has asked for its exit code yet.
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${processId}/status`, "utf8"));
  } catch (error) {
    // Without /proc (not Linux) it exists.
    return (error as NodeJS.ErrnoException).code === "ENOENT" && !existsSync("/proc/self");
  }
}
