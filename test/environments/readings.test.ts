import { describe, expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { generateProblem, type Problem } from "../../src/problems/problem.ts";
import type { Reading } from "../../src/problems/reading/reading.ts";
import { DEFAULT_MARKERS, verifyOutput } from "../../src/problems/verify.ts";
import { DRESSES, DRESSES_OF_INTEGERS } from "./dresses.ts";

const LEVELS = [0, 2, 5, 9];

const mark = (answer: string) => `<answer>${answer}</answer>`;

const verify = (problem: Problem, answer: string, reading?: Reading) =>
  verifyOutput(problem, mark(answer), DEFAULT_MARKERS, reading);

describe.for([...environments.values()])("$id", (environment) => {
  const dresses = Object.entries({
    ...DRESSES,
    ...(environment.answer.isOpen !== true && DRESSES_OF_INTEGERS),
  });

  test(`${environment.id}: a right answer earns as much in any dress, when read leniently`, () => {
    for (const level of LEVELS) {
      const problem = generateProblem(environment, level, 21);
      const bare = environment.solve(problem.instance);
      const { reward, accuracy } = verify(problem, bare);
      for (const [name, dress] of dresses) {
        const dressed = dress(bare);
        if (dressed === null) continue;
        const result = verify(problem, dressed, { lenient: true });
        expect(result, `${problem.id}, ${name}: ${dressed.slice(0, 200)}`).toMatchObject({
          reward,
          accuracy,
          format_score: 1,
        });
      }
    }
  });

  test(`${environment.id}: no wrong answer gains by its dress`, () => {
    for (const level of LEVELS) {
      const problem = generateProblem(environment, level, 21);
      for (const wrong of wrongAnswers(problem)) {
        const bare = verify(problem, wrong);
        if (bare.accuracy === 1) continue;
        for (const [name, dress] of [["none", (answer: string) => answer] as const, ...dresses]) {
          const dressed = dress(wrong);
          if (dressed === null) continue;
          const { reward } = verify(problem, dressed, { lenient: true });
          const most = Math.max(bare.reward, verify(problem, dressed).reward);
          expect(reward, `${problem.id}, ${name}: ${dressed.slice(0, 200)}`).toBeLessThanOrEqual(
            most,
          );
        }
      }
    }
  });
});

/** Answers of the form that are near a right one, or right for another problem; and none at all. */
function wrongAnswers({ environment, instance, difficulty }: Problem): string[] {
  const right = environment.solve(instance);
  const other = generateProblem(environment, difficulty ?? 0, 22);
  const changed = right.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  const dropped = right.trim().replace(/\s*\S+$/, "");
  return [environment.solve(other.instance), changed, dropped, "0", "-1", "nothing"];
}
