import type { Registry } from "../environments/registry.ts";
import type { MaybePromise } from "../event-loop.ts";
import type { Failure } from "./failure.ts";
import type { Problem } from "./problem.ts";
import type { Rule } from "./reading/reading.ts";
import type { ProblemReference } from "./reference.ts";
import type { StoredTarget } from "./stored.ts";
import type { VerifierResult } from "./verify.ts";

/**
 * Problems of a registry: generated, remembered, verified and solved. Nothing throws or rejects: what
 * an environment throws is a failure. `in-process.ts` does everything at once in this process,
 * `pooled.ts` does what may take long in workers.
 */
export interface Problems {
  readonly registry: Registry;
  /** The problem if it is remembered: no waiting (the path of a verification by reference). */
  cached(reference: ProblemReference): Problem | undefined;
  /** The problem of a reference, remembered or generated. */
  generate(reference: ProblemReference, caller?: Caller): MaybePromise<Problem | Failure>;
  /** A problem from outside, validated. */
  open(target: StoredTarget, caller?: Caller): MaybePromise<Problem | Failure>;
  /** Verifies outputs. One on which the environment throws has a failure in its place. */
  verify(
    problem: Problem,
    outputs: readonly string[],
    rule: Rule,
    caller?: Caller,
  ): MaybePromise<Verified[]>;
  /**
   * An answer that earns accuracy 1: the stored one or, without one, what `solve` finds.
   */
  solve(problem: Problem, caller?: Caller): MaybePromise<Solution | Failure>;
  /** Ends what works in the background; what is under way fails. */
  close(): Promise<void>;
}

/**
 * On whose behalf something is done: a session, by identity. What one asks for is done in turn with
 * what others do; all that is asked for without one takes turns as one.
 */
export type Caller = object;

/** The figures of an output, or why verification itself failed. */
export type Verified = VerifierResult | Failure;

/** What solving gives. */
export interface Solution {
  readonly answer: string;
}
