import { expect, test } from "vitest";
import {
  operationsFor,
  randomPassage,
  scoreOperations,
} from "../../../../src/environments/engines/stacks/stack-operations.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test("draws operations that output what the passage says", () => {
  for (let seed = 0; seed < 50; seed++) {
    const { operations, output } = randomPassage(6, [1, 2, 3, 4], new Random(`passage ${seed}`));
    expect(operations).toMatch(/^[a-d]{12}$/);
    expect(output.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(scoreOperations(operations, output, 2)).toEqual({ reward: 1 });
  }
});

test("never draws an operation of weight 0", () => {
  const { operations, output } = randomPassage(4, [0, 0, 1, 1], new Random("one stack"));
  expect(operations).toMatch(/^[cd]{8}$/);
  expect(scoreOperations(operations.replaceAll("c", "a").replaceAll("d", "b"), output, 1)).toEqual({
    reward: 1,
  });
});

test("pushes as late as possible, each element onto its stack", () => {
  expect(operationsFor([2, 1, 0], [0, 0, 0])).toBe("aaabbb");
  expect(operationsFor([1, 2, 0, 3], [0, 1, 1, 0])).toBe("acdcdbab");
});

test("scores the output, or the first fault", () => {
  const target = [0, 2, 1];
  const rewardOf = (operations: string) => scoreOperations(operations, target, 1).reward;
  expect(rewardOf("abaabb")).toBe(1);
  expect(rewardOf("ababab")).toBeCloseTo(3 ** -10, 12);
  expect(rewardOf("abb")).toBe(-0.5);
  expect(rewardOf("aaaabbb")).toBe(-0.5);
  expect(rewardOf("abaab")).toBe(-0.5);
  expect(rewardOf("")).toBe(-0.5);
  expect(rewardOf("abc")).toBe(-1);
  expect(rewardOf("a b")).toBe(-1);
  expect(rewardOf("bx")).toBe(-0.5);
  expect(scoreOperations("abb", target, 1).reason).toBe("operation 3, b, finds its stack empty");
});
