import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";
import { residueOf } from "../numbers.ts";

export const cubeFixedLocalMaximumCounting = bruteForce<{
  N: number;
  M: number;
  L: number;
  K: number;
  reference_answer: number;
}>(
  "Cube_FixedLocalMaximumCounting",
  [{ MAX_N_M_L: 2 }],
  ({ N, M, L, K, reference_answer }, answer) => {
    const cells = range(1, N).flatMap((x) =>
      range(1, M).flatMap((y) => range(1, L).map((z) => [x, y, z])),
    );
    const touching = cells.map((cell) =>
      cells.flatMap((other, index) =>
        other.some((value, axis) => value === cell[axis]) ? [index] : [],
      ),
    );
    const numberings = [...permutations(range(1, cells.length))];
    const hits = numberings.filter((numbers) => {
      const dominant = touching.filter((near, cell) =>
        near.every((i) => numbers[i] <= numbers[cell]),
      );
      return dominant.length === K;
    });
    const expected = residueOf(BigInt(hits.length), BigInt(numberings.length), 998_244_353);
    expect(reference_answer).toBe(expected);
    expect(answer).toBe(String(expected));
  },
);
