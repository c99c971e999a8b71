import type { MaybePromise } from "../event-loop.ts";
import type { Failure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import type { Caller, Problems } from "../problems/problems.ts";
import { generateInSplit, type SplitTarget } from "../problems/split-search.ts";
import { ProtocolError } from "../protocol/errors.ts";
import { refuse, type Target } from "./name-problem.ts";

/** The problem that was named: a stored one is opened, the one of a reference looked up or generated. */
export function findProblem(
  problems: Omit<Problems, "close">,
  target: Target | SplitTarget,
  caller?: Caller,
): MaybePromise<Problem | Failure> {
  if ("stored" in target) return problems.open(target, caller);
  if ("split" in target) return generateInSplit(problems, target, caller);
  return problems.cached(target) ?? problems.generate(target, caller);
}

/** The error of a config that could not be opened. */
export function refuseConfig({ failure, message }: Failure): ProtocolError {
  return failure === "invalid"
    ? refuse("config", message)
    : new ProtocolError("EXECUTION_ERROR", message);
}
