import { shorten, toMessage } from "../wording.ts";
import { type Failure, Refusal } from "./failure.ts";
import type { Problem } from "./problem.ts";
import type { Rule } from "./reading/reading.ts";
import type { ProblemReference } from "./reference.ts";
import type { StoredTarget } from "./stored.ts";
import { type VerifierResult, verifyOutput } from "./verify.ts";

/** What environments are asked for: a problem, one from outside, the figures of an output, or an answer. */
export type Work = GenerateWork | OpenWork | VerifyWork | SolveWork;

export interface GenerateWork {
  readonly work: "generate";
  readonly reference: ProblemReference;
}

export interface OpenWork extends StoredTarget {
  readonly work: "open";
}

export interface VerifyWork {
  readonly work: "verify";
  readonly problem: Problem;
  readonly output: string;
  readonly rule: Rule;
}

export interface SolveWork {
  readonly work: "solve";
  readonly problem: Problem;
}

/** What is quick enough to be done where it is asked for. */
export interface DrawWork {
  readonly work: "draw";
  readonly problem: Problem;
}

/** Why work came to nothing: a failure that names its subject. */
export function toFailure(work: Work | DrawWork, what: string): Failure {
  return { failure: "failed", message: `${describe(work)} ${what}` };
}

/** What an environment threw: only the text of a refusal is for clients. */
export interface Thrown {
  readonly error: string;
  readonly isRefusal: boolean;
}

export function toThrown(error: unknown): Thrown {
  return { error: toMessage(error), isRefusal: error instanceof Refusal };
}

/** The failure of work in which the environment threw. */
export function toThrownFailure(work: Work | DrawWork, { error, isRefusal }: Thrown): Failure {
  if (isRefusal) return toFailure(work, `failed: ${shorten(error)}`);
  return { ...toFailure(work, "failed internally"), cause: shorten(error) };
}

/** Does work in this process; what the environment throws becomes a failure. */
export function attempt<Result>(work: Work | DrawWork, perform: () => Result): Result | Failure {
  try {
    return perform();
  } catch (error) {
    return toThrownFailure(work, toThrown(error));
  }
}

/** Verifies outputs in this process. One on which the environment throws has a failure in its place. */
export function verifyOutputs(
  problem: Problem,
  outputs: readonly string[],
  rule: Rule,
): (VerifierResult | Failure)[] {
  return outputs.map((output) =>
    attempt({ work: "verify", problem, output, rule }, () =>
      verifyOutput(problem, output, rule.markers, rule.reading),
    ),
  );
}

function describe(work: Work | DrawWork): string {
  switch (work.work) {
    case "generate": {
      const { environment, difficulty, seed } = work.reference;
      return `Generation of ${environment} (difficulty ${difficulty}, seed ${seed})`;
    }
    case "open":
      return `Opening a stored problem of ${work.registered.id}`;
    case "verify":
      return `Verification of ${work.problem.environment.id}`;
    case "solve":
      return `Solving ${work.problem.id ?? work.problem.environment.id}`;
    case "draw":
      return `Drawing ${work.problem.id ?? work.problem.environment.id}`;
  }
}
