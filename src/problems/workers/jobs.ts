import type { Failure } from "../failure.ts";
import type { Work } from "../work.ts";

/** What a worker made of a job, and its size as MessagePack. */
export interface JobResult {
  readonly value: object;
  readonly packedBytes: number;
}

/** Work on its way. A job is settled once; until then it may go from worker to worker. */
export interface Job {
  readonly work: Work;
  /** Jobs of one kind take about the same time. */
  readonly kind: string;
  /** How many workers ended, without a word why, while they had this job. */
  suspicions: number;
  settle(result: JobResult | Failure): void;
}

/** The kind of a job that does this work. */
export function toKind(work: Work): string {
  if (work.work === "generate") {
    return `${work.reference.environment}/${work.reference.difficulty}`;
  }
  return `${work.work} ${work.problem.environment.id}`;
}
