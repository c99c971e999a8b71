import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { isFailure } from "../../src/problems/failure.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { fromStored } from "../../src/problems/stored.ts";
import { verifyOutput } from "../../src/problems/verify.ts";
import { parseJson, stringifyJson } from "../../src/protocol/codecs/lossless.ts";
import { answerTexts, hostileAnswers } from "./answer-texts.ts";

const LEVELS = Array.from({ length: 13 }, (_, level) => level);
const SEEDS = [0, 1, 2];

const mark = (answer: string) => `<answer>${answer}</answer>`;

describe.for([...environments.values()])("$id", (environment) => {
  test(`${environment.id}: solve earns accuracy 1 at levels 0 to 12`, () => {
    for (const level of LEVELS) {
      for (const seed of SEEDS) {
        const problem = generateProblem(environment, level, seed);
        const answer = environment.solve(problem.instance);
        const result = verifyOutput(problem, mark(answer));
        expect(result, `${problem.id}: ${answer.slice(0, 200)}`).toMatchObject({
          accuracy: 1,
          format_score: 1,
        });
        if (typeof problem.instance.reference_answer === "string") {
          const reference = verifyOutput(problem, mark(problem.instance.reference_answer));
          expect(reference.accuracy, `${problem.id}: reference answer`).toBe(1);
        }
      }
    }
  });

  test(`${environment.id}: a reference gives the same problem, which survives JSON`, () => {
    for (const level of [0, 3, 7, 12]) {
      const problem = generateProblem(environment, level, 5);
      const again = generateProblem(environment, level, 5);
      expect(again.instance).toEqual(problem.instance);
      expect(again.prompt).toBe(problem.prompt);
      expect(problem.prompt.trim()).not.toBe("");
      expect(problem.prompt).not.toMatch(/<\/?answer>/);
      expect(problem.instance).toMatchObject(problem.parameters);

      const parameter = parseJson(stringifyJson(problem.instance)) as typeof problem.instance;
      const stored = fromStored(environment, { parameter });
      if (isFailure(stored)) throw new Error(stored.message);
      expect(stored.instance).toEqual(problem.instance);
      expect(stored.prompt).toBe(problem.prompt);
      expect(stored.passingThreshold).toBe(problem.passingThreshold);
    }
  });

  test(`${environment.id}: the prompt, repeated as an answer, does not pass`, () => {
    for (const level of [0, 3, 7]) {
      const problem = generateProblem(environment, level, 6);
      expect(verifyOutput(problem, problem.prompt)).toMatchObject({ reward: -1, accuracy: 0 });
      expect(verifyOutput(problem, mark(problem.prompt)).accuracy).toBe(0);
    }
  });

  test(`${environment.id}: any answer is scored, in [−1, 1], with a reason below full reward`, () => {
    const problems = [0, 2, 6].map((level) => generateProblem(environment, level, 7));
    for (const problem of problems) {
      const solution = environment.solve(problem.instance);
      fc.assert(
        fc.property(answerTexts(solution), (answer) => {
          const { reward, accuracy, reason } = verifyOutput(problem, mark(answer));
          const isExplained = accuracy === 1 || /^.{1,300}$/su.test(reason ?? "");
          if (Math.abs(reward) <= 1 && isExplained) return;
          throw new Error(`reward ${reward}, accuracy ${accuracy}, reason ${reason}`);
        }),
        { numRuns: 200 },
      );
    }
  });

  test(`${environment.id}: hostile answers are scored, too`, () => {
    const problem = generateProblem(environment, 2, 8);
    const solution = environment.solve(problem.instance).trim();
    for (const answer of hostileAnswers(2_000).filter((text) => text.trim() !== solution)) {
      expect(verifyOutput(problem, mark(answer)).accuracy, answer.slice(0, 40)).toBe(0);
    }
  });
});

/** One environment of each answer form: what is long is read by the form. */
const byForm = new Map([...environments.values()].map((each) => [each.answer.description, each]));

test.for([...byForm])("%s: hostile answers of a megabyte are read", ([, environment]) => {
  const problem = generateProblem(environment, 2, 8);
  for (const answer of hostileAnswers(1_000_000)) {
    expect(verifyOutput(problem, mark(answer)).accuracy, answer.slice(0, 40)).toBe(0);
  }
});
