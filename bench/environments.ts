import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { importBuilt } from "./built.ts";
import type { Figure, Measurement, Section, Target } from "./measurement.ts";
import { spawnProgram } from "./processes.ts";

const LEVELS = [3, 20];
const SHOWN = 10;

/** In microseconds, at level 3: a verification that is slower belongs in the workers. */
const VERIFICATION_TARGET = 10;
const SLOW_VERIFICATION_TARGET = 5_000;
const GENERATION_TARGETS = new Map([
  [3, { below: 1_000 }],
  [20, { below: 50_000 }],
]);

/** What the program is asked for: `budgetMs` is how long to go on with each of the two. */
interface Task {
  readonly id: string;
  readonly level: number;
  readonly budgetMs: number;
}

/** Medians in microseconds, each beside what cannot be saved. */
interface Times {
  readonly generation: number;
  /** Seeding the random numbers. */
  readonly seeding: number;
  readonly verification: number;
  /** Finding the answer in the output. */
  readonly extraction: number;
}

type Outcome = Times | { readonly error: string };

interface Timed {
  readonly id: string;
  readonly outcome: Outcome;
}

export const environments: Measurement = {
  name: "environments",
  help: "verification and generation of each environment in process, at levels 3 and 20",

  async run({ quick, report }) {
    const { environments: registry } = await importBuilt();
    const timer = new Timer(quick ? 10_000 : 60_000);
    const sections: Section[] = [];
    for (const level of LEVELS) {
      const timed: Timed[] = [];
      for (const id of registry.keys()) {
        report(`${id}, level ${level}`);
        timed.push({ id, outcome: await timer.time({ id, level, budgetMs: quick ? 20 : 100 }) });
      }
      const slowOnes = [...registry.values()].filter(({ slowVerification }) => slowVerification);
      const slow = new Set(slowOnes.map(({ id }) => id));
      sections.push(
        toSection(`verification at level ${level}`, timed, "finding the answer in the output", {
          toTimes: ({ verification, extraction }) => [verification, extraction],
          toTarget: (id) => toVerificationTarget(level, slow.has(id)),
          toNote: (id) => (slow.has(id) ? "in workers" : undefined),
        }),
        toSection(`generation at level ${level}`, timed, "seeding the random numbers", {
          toTimes: ({ generation, seeding }) => [generation, seeding],
          toTarget: () => GENERATION_TARGETS.get(level),
          toNote: () => undefined,
        }),
      );
    }
    timer.end();
    return sections;
  },
};

/** At high levels answers are long, and verification is linear in them. */
function toVerificationTarget(level: number, isSlow: boolean): Target | undefined {
  if (level > 3) return undefined;
  return { below: isSlow ? SLOW_VERIFICATION_TARGET : VERIFICATION_TARGET };
}

/** The figures of all environments for one kind of work, slowest first. */
function toSection(
  title: string,
  timed: readonly Timed[],
  baseline: string,
  kind: {
    toTimes(times: Times): [number, number];
    toTarget(id: string): Target | undefined;
    toNote(id: string): string | undefined;
  },
): Section {
  const figures = timed.map(({ id, outcome }): Figure => {
    const target = kind.toTarget(id);
    if ("error" in outcome) {
      return { name: id, value: null, unit: "µs", target, note: outcome.error };
    }
    const [value, floor] = kind.toTimes(outcome);
    return { name: id, value, unit: "µs", baseline: floor, target, note: kind.toNote(id) };
  });
  const slowestFirst = figures.toSorted((a, b) => (b.value ?? Infinity) - (a.value ?? Infinity));
  return { title, baseline, figures: slowestFirst, shown: SHOWN };
}

/** Has a process time one environment after the other, and replaces it when it takes too long. */
class Timer {
  readonly #limitMs: number;
  #child: ChildProcess | null = null;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  async time(task: Task): Promise<Outcome> {
    this.#child ??= await startTiming();
    const child = this.#child;
    const settled = new AbortController();
    const { signal } = settled;
    child.send(task);
    const outcome = await Promise.race([
      once(child, "message", { signal }).then(([times]) => times as Outcome),
      once(child, "exit", { signal }).then(() => "it ended the process"),
      delay(this.#limitMs, `it did not end within ${this.#limitMs / 1000} s`, { signal }),
    ]);
    settled.abort();
    if (typeof outcome !== "string") return outcome;
    this.end();
    return { error: outcome };
  }

  end(): void {
    this.#child?.kill("SIGKILL");
    this.#child = null;
  }
}

async function startTiming(): Promise<ChildProcess> {
  const child = spawnProgram("time-environments.js");
  // Its first message says that it is ready.
  await once(child, "message");
  return child;
}
