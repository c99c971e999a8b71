import { expect, test } from "vitest";
import { exactWord } from "../../../../src/environments/toolkit/scoring/exact-words.ts";

const winner = exactWord(["Stan", "Ollie"], ({ heap }: { heap: number }) =>
  heap % 2 === 1 ? "Stan" : "Ollie",
);

test("of two words, the right one earns 1, the other 0, any other text −0.5", () => {
  const instance = { reference_answer: "Ollie" } as const;
  expect(winner.score("Ollie", instance)).toEqual({ reward: 1 });
  expect(winner.score("Stan", instance)).toEqual({ reward: 0, reason: "Stan is wrong" });
  for (const other of ["", "ollie", "Stan Ollie"]) {
    expect(winner.score(other, instance)).toEqual({
      reward: -0.5,
      reason: "the answer is neither Stan nor Ollie",
    });
  }
});

test("the members say what is asked and paid, and solve", () => {
  expect(winner.answer.description).toBe("Stan or Ollie");
  expect(winner.answer.parse(" Stan\n")).toBe("Stan");
  expect(winner.reward).toBe("1 if right, 0 if wrong; other text −0.5");
  expect(winner.solve({ heap: 3 })).toBe("Stan");
});
