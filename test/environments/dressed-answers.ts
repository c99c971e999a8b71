import type { RegisteredEnvironment } from "../../src/environments/registry.ts";
import { generateProblem, type Problem } from "../../src/problems/problem.ts";
import type { Reading } from "../../src/problems/reading/reading.ts";
import { DEFAULT_MARKERS, type VerifierResult, verifyOutput } from "../../src/problems/verify.ts";
import { DRESSES, DRESSES_OF_INTEGERS } from "./dresses.ts";

const LEVELS = [0, 2, 5, 9];

/** An answer in a dress that it can wear, and what it earns. */
export interface DressedAnswer {
  readonly problem: Problem;
  readonly dress: string;
  readonly text: string;
  /** What it earns without the dress. */
  readonly bare: VerifierResult;
  /** In the dress, read strictly and leniently. */
  readonly strict: VerifierResult;
  readonly lenient: VerifierResult;
}

const verify = (problem: Problem, answer: string, reading?: Reading) =>
  verifyOutput(problem, `<answer>${answer}</answer>`, DEFAULT_MARKERS, reading);

/** A right answer at each level, in every dress. */
export function* rightAnswers(environment: RegisteredEnvironment): Generator<DressedAnswer> {
  for (const problem of problemsOf(environment)) {
    yield* dressed(problem, environment.solve(problem.instance), dressesOf(environment));
  }
}

/** Wrong answers at each level, in every dress and in none. */
export function* wrongAnswers(environment: RegisteredEnvironment): Generator<DressedAnswer> {
  const none = ["none", (answer: string) => answer] as const;
  for (const problem of problemsOf(environment)) {
    for (const wrong of drawWrong(problem)) {
      if (verify(problem, wrong).accuracy === 1) continue;
      yield* dressed(problem, wrong, [none, ...dressesOf(environment)]);
    }
  }
}

const problemsOf = (environment: RegisteredEnvironment) =>
  LEVELS.map((level) => generateProblem(environment, level, 21));

const dressesOf = (environment: RegisteredEnvironment) =>
  Object.entries({
    ...DRESSES,
    ...(environment.answer.isOpen !== true && DRESSES_OF_INTEGERS),
  });

function* dressed(
  problem: Problem,
  answer: string,
  dresses: readonly (readonly [name: string, dress: (answer: string) => string | null])[],
): Generator<DressedAnswer> {
  const bare = verify(problem, answer);
  for (const [dress, put] of dresses) {
    const text = put(answer);
    if (text === null) continue;
    const strict = verify(problem, text);
    yield { problem, dress, text, bare, strict, lenient: verify(problem, text, { lenient: true }) };
  }
}

/** Answers of the form that are near a right one, or right for another problem; and none at all. */
function drawWrong({ environment, instance, difficulty }: Problem): string[] {
  const right = environment.solve(instance);
  const other = generateProblem(environment, difficulty ?? 0, 22);
  const changed = right.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  const dropped = right.trim().replace(/\s*\S+$/, "");
  return [environment.solve(other.instance), changed, dropped, "0", "-1", "nothing"];
}
