import { expect, test } from "vitest";
import { Random } from "../../../src/environments/toolkit/random/random.ts";
import { partsOf, randomAnswer } from "../../../src/problems/profile/random-answer.ts";

/** Fifty random answers of the form of the first of some right ones. */
function draw(...right: string[]): string[] {
  const [parts, random] = [partsOf(right), new Random("test")];
  return Array.from({ length: 50 }, () => randomAnswer(right[0], parts, random));
}

test("a permutation becomes another, within its own values", () => {
  const answers = draw("2 0 1", "0 1 2 3 4 5");
  expect(new Set(answers).size).toBe(6);
  for (const answer of answers) expect(answer.split(" ").sort().join("")).toBe("012");
});

test("integers that all differ stay so, within what other answers hold", () => {
  const answers = draw("5 1", "0 9");
  for (const answer of answers) {
    const [first, second] = answer.split(" ").map(Number);
    expect(first).not.toBe(second);
    expect(Math.min(first, second)).toBeGreaterThanOrEqual(0);
    expect(Math.max(first, second)).toBeLessThanOrEqual(9);
  }
  expect(new Set(answers).size).toBeGreaterThan(20);
});

test("other integers, one or equal ones, are drawn one by one; lines stay lines", () => {
  expect(new Set(draw("7", "5", "9"))).toEqual(new Set(["5", "6", "7", "8", "9"]));
  const rows = draw("1 1\n0 0");
  for (const answer of rows) expect(answer).toMatch(/^[01] [01]\n[01] [01]$/);
  expect(new Set(rows).size).toBeGreaterThan(10);
});

test("recurring words are drawn from all, others letter by letter; signs stay", () => {
  expect(new Set(draw("Stan", "Ollie", "Stan"))).toEqual(new Set(["Stan", "Ollie"]));
  for (const answer of draw("ab(b", "cab", "ccc")) expect(answer).toMatch(/^[abc]{2}\([abc]$/);
  const huge = String(10n ** 30n);
  for (const answer of draw(huge)) expect(answer).toMatch(/^\d{31}$/);
});

test("an empty answer stays empty", () => {
  expect(new Set(draw("", "1"))).toEqual(new Set([""]));
});
