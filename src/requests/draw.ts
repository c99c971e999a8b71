import type { Drawn } from "../curriculum/curricula.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import type { Caller } from "../problems/problems.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { RequestContext } from "./context.ts";
import { findProblem } from "./find-problem.ts";

/** How many seeds of a draw are tried: a level of which none generates is a fault of the environment. */
const MAX_TRIES = 8;

/**
 * The problem of a draw. Where generation fails it is tried with the draw's next seed, and the
 * curriculum counts the failures.
 */
export async function generateDrawn(
  { problems, curricula }: RequestContext,
  name: string,
  { references, split }: Drawn,
  caller?: Caller,
): Promise<Outcome<Problem | Failure>> {
  let failures = 0;
  for (;;) {
    const reference = references.next().value;
    const target = split === null ? reference : { ...reference, split };
    const problem = await findProblem(problems, target, caller);
    const isDone = !isFailure(problem) || ++failures === MAX_TRIES;
    if (!isDone) continue;
    if (failures > 0) {
      const counted = await curricula.countFailures(name, reference.environment, failures);
      if (counted instanceof ProtocolError) return counted;
    }
    return problem;
  }
}

/** A problem that a curriculum draws; the members of a group get the same. */
export async function drawProblem(
  context: RequestContext,
  name: string,
  group: string | null,
  caller?: Caller,
): Promise<Outcome<Problem | Failure>> {
  const drawn = await context.curricula.draw(name, 1, group);
  return drawn instanceof ProtocolError ? drawn : generateDrawn(context, name, drawn[0], caller);
}
