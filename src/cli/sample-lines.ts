import { environments } from "../environments/registry.ts";
import { isFailure } from "../problems/failure.ts";
import { createInProcessProblems } from "../problems/in-process.ts";
import { findEnvironment } from "../problems/reference.ts";
import { toStored } from "../problems/stored.ts";
import { stringifyJson } from "../protocol/codecs/lossless.ts";
import { Misuse } from "./misuse.ts";

/** What is to be sampled. */
export interface SampleOptions {
  readonly environment: string;
  readonly difficulty: number;
  readonly seed: number;
  readonly count: number;
  readonly answers?: boolean;
}

/**
 * The problems of consecutive seeds, a line of JSON each.
 * @throws Misuse for an unknown environment; Error where a problem cannot be generated or solved
 */
export function* sampleLines({
  environment: name,
  difficulty,
  seed,
  count,
  answers = false,
}: SampleOptions): Generator<string, void, undefined> {
  const environment = findEnvironment(name, environments);
  if (isFailure(environment)) throw new Misuse(environment.message);
  const problems = createInProcessProblems({ registry: environments, remembered: 0 });
  for (let offset = 0; offset < count; offset++) {
    const reference = { environment: name, difficulty, seed: seed + offset };
    const problem = problems.generate(reference);
    if (isFailure(problem)) throw new Error(problem.message);
    const solution = answers ? problems.solve(problem) : null;
    if (solution !== null && isFailure(solution)) throw new Error(solution.message);
    yield stringifyJson({
      problem_id: problem.id,
      ...reference,
      problem_input: problem.prompt,
      config: toStored(problem),
      ...(solution !== null && { reference_answer: solution.answer }),
    });
  }
}
