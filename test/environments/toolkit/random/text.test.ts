import { expect, test } from "vitest";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";
import { biasedText, uniformText } from "../../../../src/environments/toolkit/random/text.ts";

test("draws the first letter with the probability, else the second", () => {
  const random = new Random("biased text");
  expect(biasedText(0, ["a", "b"], 0.5, random)).toBe("");
  expect(biasedText(4, ["a", "b"], 1, random)).toBe("aaaa");
  expect(biasedText(4, ["a", "b"], 0, random)).toBe("bbbb");
  const share = biasedText(10_000, ["1", "0"], 0.3, random).replaceAll("0", "").length / 10_000;
  expect(share).toBeCloseTo(0.3, 1);
});

test("draws every letter of an alphabet equally often", () => {
  const random = new Random("uniform text");
  expect(uniformText(0, "abc", random)).toBe("");
  const text = uniformText(9_000, "abc", random);
  for (const letter of "abc") expect(text.split(letter).length / 9_000).toBeCloseTo(1 / 3, 1);
  expect(text).toMatch(/^[abc]+$/);
});
