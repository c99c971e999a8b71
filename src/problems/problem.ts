import type { JsonObject } from "../environments/environment.ts";
import type { RegisteredEnvironment } from "../environments/registry.ts";
import { Random } from "../environments/toolkit/random/random.ts";
import { inPlainWords } from "../plain-words.ts";
import { Refusal } from "./failure.ts";
import { formatProblemId } from "./reference.ts";
import { type Split, toSplit } from "./split.ts";

/** A problem: its instance, its prompt, and where they come from. */
export interface Problem {
  readonly environment: RegisteredEnvironment;
  /** Null for a stored problem, which came from outside and not from a reference. */
  readonly id: string | null;
  readonly difficulty: number | null;
  readonly seed: number | null;
  readonly parameters: JsonObject;
  readonly instance: JsonObject;
  readonly prompt: string;
  readonly split: Split;
  /** The reward from which accuracy is 1. */
  readonly passingThreshold: number;
}

/**
 * Generates the problem of a reference. The work is unbounded at high difficulties: servers call it
 * in a worker.
 * @throws whatever the environment throws; a Refusal naming the parameters where a level's are refused
 */
export function generateProblem(
  environment: RegisteredEnvironment,
  difficulty: number,
  seed: number,
): Problem {
  const id = formatProblemId(environment, difficulty, seed);
  const random = new Random(id);
  const parameters = random.choice(environment.levels(difficulty));
  const accepted = environment.parameters.safeParse(parameters, { error: inPlainWords });
  if (!accepted.success) {
    const [{ path, message }] = accepted.error.issues;
    const why = [path.join("."), message].join(" ").trim();
    throw new Refusal(
      `difficulty ${difficulty} is beyond what ${environment.id} can generate (${why})`,
    );
  }
  const instance = environment.generate(accepted.data, random);
  const prompt = environment.prompt(instance);
  return {
    environment,
    id,
    difficulty,
    seed,
    parameters: accepted.data,
    instance,
    prompt,
    split: toSplit(environment.id, prompt),
    passingThreshold: environment.passingThreshold(instance),
  };
}
