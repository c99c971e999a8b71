import { expect, test } from "vitest";
import { quotientBlocks } from "../../../../src/environments/toolkit/numbers/quotient-blocks.ts";

test("blocks are the longest runs of equal quotients and cover 1..limit in order", () => {
  for (const [limit, ...numbers] of [
    [1, 1],
    [30, 30],
    [12, 30, 12],
    [40, 30, 12],
    [20, 0],
  ]) {
    const quotients = (k: number) => numbers.map((n) => Math.floor(n / k)).join(" ");
    const runs: [number, number][] = [];
    for (let k = 1; k <= limit; k++) {
      const run = runs.at(-1);
      if (run !== undefined && quotients(run[0]) === quotients(k)) run[1] = k;
      else runs.push([k, k]);
    }
    expect([...quotientBlocks(limit, ...numbers)]).toEqual(runs);
  }
});

test("there are few blocks", () => {
  expect([...quotientBlocks(10 ** 6, 10 ** 6)].length).toBe(1999);
});
