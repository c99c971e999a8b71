import { expect, test } from "vitest";
import { gcd } from "../../../../src/environments/toolkit/numbers/gcd.ts";
import {
  countCoprimePairs,
  pairsByGcd,
} from "../../../../src/environments/toolkit/numbers/pairs-by-gcd.ts";
import { mobiusUpTo } from "../../../../src/environments/toolkit/numbers/sieves.ts";

test("pairs of a rectangle fall apart by their gcd", () => {
  const [N, M] = [12, 7];
  const counts = new Array<number>(M + 1).fill(0);
  for (let x = 1; x <= N; x++) for (let y = 1; y <= M; y++) counts[gcd(x, y)]++;
  expect([...pairsByGcd(N, M)]).toEqual(counts);
});

test("coprime pairs are those of gcd 1", () => {
  for (const [N, M] of [
    [1, 1],
    [12, 7],
    [5, 30],
  ]) {
    expect(countCoprimePairs(N, M, mobiusUpTo(30))).toBe(pairsByGcd(N, M)[1]);
  }
});
