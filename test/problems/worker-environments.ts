import { z } from "zod";
import { defineEnvironment, type JsonObject } from "../../src/environments/environment.ts";
import { type Registry, toRegistry } from "../../src/environments/registry.ts";
import { plainText } from "../../src/environments/toolkit/answer-forms/text.ts";
import type { Random } from "../../src/environments/toolkit/random/random.ts";
import { correct, type Verdict } from "../../src/environments/toolkit/scoring/verdicts.ts";

/*
 * A registry of environments that behave badly, for the tests of workers: the tests and the workers
 * import it.
 */

interface Behaviour {
  generate?(parameters: JsonObject, random: Random): JsonObject;
  score?(answer: string, instance: JsonObject): Verdict;
  solve?(instance: JsonObject): string;
  slowVerification?: true;
  parameters?: z.ZodType<JsonObject>;
}

function environment(id: string, behaviour: Behaviour) {
  return defineEnvironment({
    id,
    title: id,
    summary: id,
    reward: "1",
    parameters: z.looseObject({}),
    instance: z.looseObject({}),
    levels: (level) => [{ level }],
    generate: (parameters, random) => ({ ...parameters, drawn: random.integer(0, 2 ** 50) }),
    prompt: (instance) => `level ${instance.level}`,
    answer: plainText,
    score: () => correct(),
    solve: () => "",
    ...behaviour,
  });
}

/** Never returns. */
function loop(): never {
  for (;;);
}

function endBy(signal: string): never {
  process.kill(process.pid, signal);
  return loop();
}

let generated = 0;

const members = [
  environment("Quick", {}),

  /** Each generation differs, which tells them apart: an environment must not, but this one does. */
  environment("Numbered", {
    generate: () => ({ process: process.pid, thread: Math.random(), number: generated++ }),
  }),

  environment("Exact", {
    generate: () => ({
      small: 5n,
      negative: -1n,
      word: 2n ** 64n - 1n,
      beyond: -(2n ** 200n),
      rows: [[1n, 2], [3]],
      number: 2 ** 40,
      largest: Number.MAX_SAFE_INTEGER,
      fraction: 0.1,
      nothing: null,
      missing: undefined,
      text: "ünïcödé 𝟙",
    }),
  }),

  environment("Endless", { generate: loop }),
  environment("Dawdling", {
    generate() {
      const end = performance.now() + 300;
      while (performance.now() < end);
      return {};
    },
  }),
  environment("Throwing", {
    generate() {
      throw new Error(`no such graph${"!".repeat(10_000)}`);
    },
  }),
  environment("Refusing", { parameters: z.looseObject({ level: z.int().max(3) }) }),

  /** As environments at a high difficulty: V8 cannot hold the array and aborts the process. */
  environment("Oversized", {
    generate: () => ({ list: Array.from({ length: 6e8 }, (_, index) => index) }),
  }),
  environment("Aborting", { generate: () => endBy("SIGABRT") }),
  environment("Killing", { generate: () => endBy("SIGKILL") }),
  /** Many small objects: the thread's heap ends. */
  environment("HeapFilling", {
    generate() {
      const lists: number[][] = [];
      for (;;) lists.push([1, 2, 3]);
    },
  }),
  /** Memory outside the heap, on which V8 has no limit. */
  environment("MemoryFilling", {
    generate() {
      const arrays: Float64Array[] = [];
      for (;;) arrays.push(new Float64Array(2 ** 20).fill(1));
    },
  }),
  environment("Exiting", { generate: () => process.exit(3) }),
  environment("Large", {
    generate: ({ level }) => ({ list: Array.from({ length: Number(level) }, (_, i) => i) }),
  }),
  environment("Unsendable", { generate: () => ({ huge: "x".repeat(2 ** 24) }) }),

  environment("ThrowingScore", {
    score() {
      throw new Error("index out of range");
    },
  }),
  environment("Stored", { generate: () => ({ reference_answer: 12 }), solve: loop }),
  environment("Solvable", {
    generate: () => ({ base: 2n }),
    solve: ({ base }) => String(BigInt(String(base)) ** 70n),
  }),
  environment("EndlessSolving", { solve: loop }),
  environment("ThrowingSolving", {
    solve() {
      throw new Error("no way out");
    },
  }),
  environment("Slow", {
    slowVerification: true,
    generate: () => ({ secret: 2n ** 70n }),
    score(answer, { secret }) {
      if (answer === "loop") return loop();
      if (answer === "throw") throw new Error("index out of range");
      return answer === String(secret)
        ? correct()
        : { reward: 0, reason: `verified by process ${process.pid}` };
    },
  }),
];

export const environments: Registry = toRegistry({
  tests: Object.fromEntries(members.map((member) => [member.id, member])),
});
