import { expect, test } from "vitest";
import { gcd } from "../../../../src/environments/toolkit/numbers/gcd.ts";
import {
  countCoprimePairs,
  pairsByGcd,
  sumsByGcd,
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

test("a sum over pairs falls apart by their gcd", () => {
  const [N, M] = [12, 7];
  const sums = new Array<bigint>(M + 1).fill(0n);
  for (let x = 1; x <= N; x++) for (let y = 1; y <= M; y++) sums[gcd(x, y)] += BigInt(x + y);
  const ofMultiples = (d: number) => {
    let sum = 0;
    for (let x = d; x <= N; x += d) for (let y = d; y <= M; y += d) sum += x + y;
    return BigInt(sum);
  };
  expect(sumsByGcd(M, ofMultiples)).toEqual(sums);
});
