import { type Failure, isFailure } from "./failure.ts";
import type { InProcessProblems } from "./in-process.ts";
import type { Problem } from "./problem.ts";
import type { Caller, Problems } from "./problems.ts";
import { followingSeed, type ProblemReference } from "./reference.ts";
import type { Split } from "./split.ts";

/** The first problem of a split from a reference on. */
export interface SplitTarget extends ProblemReference {
  readonly split: Split;
  /** Whether it may be of a higher difficulty, where there is none of this one. */
  readonly mayRise?: boolean;
}

/** How many seeds are tried. Of distinct problems, one in 5000 runs of so many has none for tests. */
export const MAX_DRAWS = 64;

/** Over how many higher difficulties as many further draws are spread. */
const HIGHER_DIFFICULTIES = 8;

/**
 * The first problem of a split from a seed on: those of the other split are passed over. Fails
 * where there is none among so many; at low levels an environment may have none for tests.
 */
export async function generateInSplit(
  problems: Pick<Problems, "cached" | "generate">,
  target: SplitTarget,
  caller?: Caller,
): Promise<Problem | Failure> {
  const search = searchSplit(target);
  let step = search.next();
  while (step.done !== true) {
    const reference = step.value;
    step = search.next(problems.cached(reference) ?? (await problems.generate(reference, caller)));
  }
  return step.value;
}

/** The same at once, where problems are. */
export function generateInSplitAtOnce(
  problems: Pick<InProcessProblems, "generate">,
  target: SplitTarget,
): Problem | Failure {
  const search = searchSplit(target);
  let step = search.next();
  while (step.done !== true) step = search.next(problems.generate(step.value));
  return step.value;
}

/** The search: yields references, is given what they generate, and returns what it finds. */
function* searchSplit(
  target: SplitTarget,
): Generator<ProblemReference, Problem | Failure, Problem | Failure> {
  const { environment, difficulty, seed, split } = target;
  for (const reference of draws(target)) {
    const problem = yield reference;
    if (!isFailure(problem)) {
      if (problem.split === split) return problem;
    } else if (reference.difficulty === difficulty) return problem;
  }
  const message = `${environment} has no problem of ${split} at difficulty ${difficulty} among the ${MAX_DRAWS} seeds from ${seed} on.`;
  return { failure: "failed", message };
}

function* draws({ environment, difficulty, seed, mayRise }: SplitTarget) {
  let next = seed;
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    yield { environment, difficulty, seed: next };
    next = followingSeed(next);
  }
  for (let draw = 0; mayRise && draw < MAX_DRAWS; draw++) {
    const higher = difficulty + 1 + (draw % HIGHER_DIFFICULTIES);
    yield { environment, difficulty: higher, seed: seed + Math.floor(draw / HIGHER_DIFFICULTIES) };
  }
}
