import type { Task } from "./tasks.ts";

/** A kind counts as slow for this many tasks, then it is tried among the others again. */
const PROBATION = 16;

/** How many slow kinds are remembered; the oldest are forgotten first. */
const MAX_SLOW_KINDS = 1000;

/**
 * Tasks that wait for a worker. Those of a kind that proved slow, and those suspected of ending
 * their worker, stand apart: each goes alone, so that no other task waits behind it.
 */
export class TaskQueue {
  #shared: Task[] = [];
  #alone: Task[] = [];
  /** By kind, how many more of its tasks go alone. */
  readonly #slowKinds = new Map<string, number>();

  get size(): number {
    return this.#shared.length + this.#alone.length;
  }

  push(task: Task): void {
    this.#laneOf(task).push(task);
  }

  /** Puts tasks first, in their order, which have waited before. */
  return(tasks: readonly Task[]): void {
    for (const task of tasks.toReversed()) this.#laneOf(task).unshift(task);
  }

  /** The next task that goes alone. */
  takeAlone(): Task | undefined {
    const task = this.#alone.shift();
    const probation = task && this.#slowKinds.get(task.kind);
    if (task && probation) {
      if (probation > 1) this.#slowKinds.set(task.kind, probation - 1);
      else this.#slowKinds.delete(task.kind);
    }
    return task;
  }

  /** The next tasks of the others: an equal share for each of the workers that are free. */
  takeShare(workers: number, max: number): Task[] {
    return this.#shared.splice(0, Math.min(max, Math.ceil(this.#shared.length / workers)));
  }

  /** Remembers that tasks of this kind are slow; those that wait move over. */
  markSlow(kind: string): void {
    this.#slowKinds.delete(kind);
    this.#slowKinds.set(kind, PROBATION);
    const [oldest] = this.#slowKinds.keys();
    if (this.#slowKinds.size > MAX_SLOW_KINDS) this.#slowKinds.delete(oldest);
    const isSlow = (task: Task) => task.kind === kind;
    this.#alone = this.#alone.concat(this.#shared.filter(isSlow));
    this.#shared = this.#shared.filter((task) => !isSlow(task));
  }

  /** Takes out all tasks. */
  clear(): Task[] {
    const tasks = [...this.#alone, ...this.#shared];
    this.#alone = [];
    this.#shared = [];
    return tasks;
  }

  #laneOf(task: Task): Task[] {
    return task.suspicions > 0 || this.#slowKinds.has(task.kind) ? this.#alone : this.#shared;
  }
}
