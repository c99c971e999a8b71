import { expect, test } from "vitest";
import { z } from "zod";
import { integer } from "../../../../src/environments/toolkit/answer-forms/integers.ts";
import { rewarded } from "../../../../src/environments/toolkit/schemas/answers.ts";
import { exactValue } from "../../../../src/environments/toolkit/scoring/exact.ts";

test("a stored answer must earn full reward", () => {
  const schema = z
    .object({ half: z.int(), reference_answer: z.string() })
    .check(
      rewarded(
        "reference_answer",
        integer,
        (answer: number, { half }: { half: number; reference_answer: string }) =>
          exactValue(answer, 2 * half),
        "must be twice the half",
      ),
    );
  expect(schema.safeParse({ half: 3, reference_answer: "6" }).success).toBe(true);
  for (const reference_answer of ["7", "six"]) {
    expect(schema.safeParse({ half: 3, reference_answer }).error?.issues).toMatchObject([
      { path: ["reference_answer"], message: "must be twice the half" },
    ]);
  }
});
