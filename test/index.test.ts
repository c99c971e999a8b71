import { expect, test } from "vitest";
import { generateProblem, toReferenceAnswer, verifyOutput } from "../src/index.ts";

const reference = { environment: "Sorting", difficulty: 1, seed: 7 };

test("a problem by its id and by its parts is the same, and verified in process", () => {
  const problem = generateProblem(reference);
  expect(generateProblem(problem.id ?? "")).toEqual(problem);
  const output = `<answer>${toReferenceAnswer(problem)}</answer>`;
  expect(verifyOutput(problem, output)).toMatchObject({ reward: 1, accuracy: 1 });
});

test.each<[Record<string, unknown>, string]>([
  ...["difficulty", "seed"].flatMap((field) =>
    [
      [-1, "-1"],
      [1.5, "1.5"],
      [Number.NaN, "NaN"],
      ["5", "'5'"],
      [2 ** 53, "9007199254740992"],
      [1n, "1n"],
      [undefined, "undefined"],
      [null, "null"],
    ].map(([value, shown]): [Record<string, unknown>, string] => [
      { [field]: value },
      `${field} is ${shown}, but must be an integer from 0, below 2^53.`,
    ]),
  ),
  [{ environment: 7 }, "environment is 7, but must be an identifier, such as Sorting."],
  [{ environment: "Sortng" }, "Unknown environment 'Sortng'. Did you mean 'Sorting'?"],
])("a reference with %o is refused", (fields, message) => {
  const wrong = { ...reference, ...fields } as typeof reference;
  expect(() => generateProblem(wrong)).toThrow(new RangeError(message));
});
