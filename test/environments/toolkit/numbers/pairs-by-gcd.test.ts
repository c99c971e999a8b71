import { expect, test } from "vitest";
import { gcd } from "../../../../src/environments/toolkit/numbers/gcd.ts";
import { pairsByGcd } from "../../../../src/environments/toolkit/numbers/pairs-by-gcd.ts";

test("pairs of a rectangle fall apart by their gcd", () => {
  const [N, M] = [12, 7];
  const counts = new Array<number>(M + 1).fill(0);
  for (let x = 1; x <= N; x++) for (let y = 1; y <= M; y++) counts[gcd(x, y)]++;
  expect([...pairsByGcd(N, M)]).toEqual(counts);
});
