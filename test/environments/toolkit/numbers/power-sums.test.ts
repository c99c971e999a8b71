import { expect, test } from "vitest";
import {
  sumOfSquaresUpTo,
  sumUpTo,
} from "../../../../src/environments/toolkit/numbers/power-sums.ts";

test("sums of the first integers and of their squares", () => {
  let [sum, squares] = [0n, 0n];
  for (let n = 0; n <= 20; n++) {
    sum += BigInt(n);
    squares += BigInt(n * n);
    expect(sumUpTo(n)).toBe(sum);
    expect(sumOfSquaresUpTo(n)).toBe(squares);
  }
});

test("they are exact beyond safe integers", () => {
  const n = 2 ** 40;
  expect(sumUpTo(n)).toBe(2n ** 79n + 2n ** 39n);
  expect(sumOfSquaresUpTo(n) - sumOfSquaresUpTo(n - 1)).toBe(2n ** 80n);
});
