import { environments } from "../environments/registry.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import { createInProcessProblems } from "../problems/in-process.ts";
import { followingSeed } from "../problems/reference.ts";
import type { Split } from "../problems/split.ts";
import { generateInSplitAtOnce } from "../problems/split-search.ts";
import { toStored } from "../problems/stored.ts";
import { stringifyJson } from "../protocol/codecs/lossless.ts";
import { mapBounded } from "./map-bounded.ts";

/** What is to be sampled. */
export interface SampleOptions {
  /** Identifiers. */
  readonly environments: readonly string[];
  readonly difficulty: number;
  readonly seed: number;
  /** How many problems of each environment. */
  readonly count: number;
  /** Of which problems; without it of all. */
  readonly split?: Split;
  readonly answers?: boolean;
  /** How many seconds one problem may take; 0 for any. */
  readonly timeout: number;
}

/**
 * The problems of consecutive seeds of each environment, a line of JSON each, as they are drawn. With a split, seeds of
 * problems of the other one are passed over, and the next goes on behind the problem found.
 * @throws Error where a problem cannot be generated or solved
 */
export function* sampleLines(options: SampleOptions): Generator<string[], void, undefined> {
  for (const name of options.environments) yield* sampleOne(name, options);
}

function* sampleOne(
  name: string,
  { difficulty, seed: first, count, split, answers = false, timeout }: SampleOptions,
): Generator<string[], void, undefined> {
  const problems = createInProcessProblems({ registry: environments, remembered: 0 });

  let seed = first;
  function draw(): string | Failure {
    const reference = { environment: name, difficulty, seed };
    const problem =
      split === undefined
        ? problems.generate(reference)
        : generateInSplitAtOnce(problems, { ...reference, split });
    if (isFailure(problem)) return problem;
    const solution = answers ? problems.solve(problem) : null;
    if (solution !== null && isFailure(solution)) return solution;
    const drawn = { ...reference, seed: problem.seed ?? seed };
    seed = followingSeed(drawn.seed);
    return stringifyJson({
      problem_id: problem.id,
      ...drawn,
      ...(split !== undefined && { split }),
      problem_input: problem.prompt,
      ...(solution !== null && { config: toStored(problem), reference_answer: solution.answer }),
    });
  }

  const drawn = mapBounded<string | Failure>({
    count,
    map: draw,
    timeout,
    onTimeout: () => ({
      failure: "failed",
      message: `Drawing ${name} (difficulty ${difficulty}, seed ${seed}) takes longer than the ${timeout} s of --timeout`,
    }),
  });
  for (const results of drawn) {
    const failed = results.findIndex((result) => typeof result !== "string");
    const lines = results.filter((result) => typeof result === "string");
    yield failed === -1 ? lines : lines.slice(0, failed);
    const failure = results[failed];
    if (typeof failure === "object") throw new Error(failure.message);
  }
}
