import { expect, test } from "vitest";
import { randomStatement } from "../../../../src/environments/engines/knights-and-knaves/random-statement.ts";
import {
  isSolution,
  solutions,
} from "../../../../src/environments/engines/knights-and-knaves/solutions.ts";
import {
  peopleIn,
  ROLES,
  type Statement,
  statementsOf,
  toWords,
  truthOf,
} from "../../../../src/environments/engines/knights-and-knaves/statements.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";
import { sequences } from "../../brute-force/enumerations.ts";

const A: Statement = ["knight", 0];
const B: Statement = ["knave", 1];

test("truth by the roles, undecided as long as the open ones matter", () => {
  expect(truthOf(A, ["knight"])).toBe(true);
  expect(truthOf(A, [undefined])).toBeUndefined();
  expect(truthOf(["or", A, B], ["knight", undefined])).toBe(true);
  expect(truthOf(["and", A, B], ["knave", undefined])).toBe(false);
  expect(truthOf(["implies", A, B], ["knave", undefined])).toBe(true);
  expect(truthOf(["iff", A, B], ["knight", undefined])).toBeUndefined();
  expect(truthOf(["not", ["iff", A, B]], ["knight", "knight"])).toBe(true);
});

test("words, with parentheses around parts that have parts", () => {
  expect(toWords(["implies", A, ["not", B]], ["Ada", "Bo"])).toBe(
    "if Ada is a knight, then (it is not true that Bo is a knave)",
  );
  expect(peopleIn(["and", A, ["not", B], A])).toEqual([0, 1, 0]);
});

test("the solutions of drawn statements are those of all assignments", () => {
  const random = new Random("knights and knaves");
  const sizes = { N: 5, width_constraint: 3 };
  for (let draw = 0; draw < 30; draw++) {
    const statements = [0, 1, 2, 3, 4].map((speaker) => randomStatement(speaker, 3, sizes, random));
    for (const statement of statements) {
      expect(statementsOf(3).safeParse(statement).success).toBe(true);
    }
    const all = [...sequences(ROLES, 5)].filter((roles) => isSolution(roles, statements));
    expect(solutions(statements, 32)).toHaveLength(all.length);
    expect(solutions(statements, 32)).toEqual(expect.arrayContaining(all));
  }
});
