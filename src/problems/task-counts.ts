import { Buckets } from "../buckets.ts";
import type { Work } from "./work.ts";

export const TASKS = ["generate", "open", "verify", "solve"] as const satisfies Work["work"][];

/**
 * What became of a task: it was done, refused by the environment, or ended by an exception; it
 * passed its deadline, ended its worker otherwise, or found no worker.
 */
export const FATES = ["done", "refused", "threw", "deadline", "crashed", "unavailable"] as const;
export type Fate = (typeof FATES)[number];

/** What one environment's generations came to. */
export interface GenerationCounts {
  readonly fates: Record<Fate, number>;
  /** At work, together; without those that ended their worker before their time. */
  seconds: number;
}

/** What one kind of task came to. */
export interface TaskCounts {
  readonly fates: Record<Fate, number>;
  readonly seconds: Buckets;
}

const BOUNDS_S = [0.0001, 0.001, 0.005, 0.02, 0.1, 0.5, 1, 2.5, 5, 10];

/** What the tasks that went to workers came to. Environments are those of the registry. */
export class TaskTallies {
  readonly tasks: Readonly<Record<Work["work"], TaskCounts>> = {
    generate: begin(),
    open: begin(),
    verify: begin(),
    solve: begin(),
  };
  readonly generations = new Map<string, GenerationCounts>();

  /** @param milliseconds at work, where that is known */
  note(work: Work, fate: Fate, milliseconds?: number): void {
    const { fates, seconds } = this.tasks[work.work];
    fates[fate]++;
    if (milliseconds !== undefined) seconds.observe(milliseconds / 1000);
    if (work.work === "generate") {
      const counts = this.#of(work.reference.environment);
      counts.fates[fate]++;
      counts.seconds += (milliseconds ?? 0) / 1000;
    }
  }

  #of(environment: string): GenerationCounts {
    const known = this.generations.get(environment);
    if (known !== undefined) return known;
    const begun = { fates: beginFates(), seconds: 0 };
    this.generations.set(environment, begun);
    return begun;
  }
}

function begin(): TaskCounts {
  return { fates: beginFates(), seconds: new Buckets(BOUNDS_S) };
}

function beginFates(): Record<Fate, number> {
  return { done: 0, refused: 0, threw: 0, deadline: 0, crashed: 0, unavailable: 0 };
}
