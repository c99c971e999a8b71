import { expect, test } from "vitest";
import {
  roughness,
  smoothestSubmatrix,
} from "../../../../src/environments/toolkit/grids/smoothest-submatrix.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";
import { range, subsets } from "../../brute-force/enumerations.ts";

test("roughness sums the differences of neighbours within the submatrix", () => {
  const matrix = [
    [1, 9, 4],
    [7, 7, 7],
    [2, 9, 8],
  ];
  expect(roughness(matrix, { rows: [0, 2], columns: [0, 2] })).toBe(3 + 6 + 1 + 4);
});

test("the smoothest submatrix is that among all choices of rows and columns", () => {
  const random = new Random("smoothest submatrix");
  for (let trial = 0; trial < 40; trial++) {
    const [N, M] = [random.integer(3, 9), random.integer(3, 6)];
    const [height, width] = [random.integer(2, N - 1), random.integer(2, M - 1)];
    const matrix = Array.from({ length: N }, () => random.integers(M, 0, 1 + (trial % 20)));
    const ofSize = (size: number, count: number) =>
      [...subsets(range(0, size - 1))].filter(({ length }) => length === count);
    const all = ofSize(N, height).flatMap((rows) =>
      ofSize(M, width).map((columns) => roughness(matrix, { rows, columns })),
    );
    const found = smoothestSubmatrix(matrix, height, width);
    expect(ofSize(N, height)).toContainEqual(found.rows);
    expect(ofSize(M, width)).toContainEqual(found.columns);
    expect(roughness(matrix, found)).toBe(Math.min(...all));
  }
});
