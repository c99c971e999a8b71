import { createHash } from "node:crypto";
import type { RegisteredEnvironment } from "../../src/environments/registry.ts";
import type { Problem } from "../../src/problems/problem.ts";
import { faultyPolicies } from "../../src/problems/profile/faulty-policies.ts";
import { type AnsweredProblem, sampleLevel } from "../../src/problems/profile/level-sample.ts";
import { verifyOutput } from "../../src/problems/verify.ts";
import { stringifyJson } from "../../src/protocol/codecs/lossless.ts";
import type { LevelFigures } from "../../src/quality/columns.ts";

/** How many problems of a level its digest is of. */
const DIGESTED = 10;

/** A digest of instances, prompts, answers, and what these and faulty ones earn. */
export function digestProblems(solved: readonly AnsweredProblem[]): string {
  const hash = createHash("sha256");
  const digested = solved.slice(0, DIGESTED);
  const faulty = faultyPolicies(digested);
  for (const [index, { problem, answer }] of digested.entries()) {
    const answers = [answer, ...faulty.map(({ answers }) => answers[index])];
    const earned = answers.map((text) => text && toReward(problem, text));
    hash.update(stringifyJson([problem.id, problem.instance, problem.prompt, answer, earned]));
  }
  return hash.digest("hex").slice(0, 12);
}

/** The digest of a level as it is now, of as many problems as were answered when it was published. */
export function digestLevel(
  environment: RegisteredEnvironment,
  { level, solved }: Pick<LevelFigures, "level" | "solved">,
): string {
  const seeds = Math.min(DIGESTED, solved);
  return digestProblems(sampleLevel(environment, level, { seeds, boundMs: 600_000 }).solved);
}

/** To nine decimals: the last bit of a power differs from one version of Node to another. */
function toReward(problem: Problem, answer: string): string {
  return verifyOutput(problem, `<answer>${answer}</answer>`).reward.toFixed(9);
}
