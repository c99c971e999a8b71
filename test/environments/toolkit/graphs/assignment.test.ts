import { expect, test } from "vitest";
import { cheapestAssignment } from "../../../../src/environments/toolkit/graphs/assignment.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";
import { permutations, range } from "../../brute-force/enumerations.ts";

test("no permutation costs less", () => {
  const random = new Random("assignment");
  for (let count = 0; count < 60; count++) {
    const size = random.integer(1, 5);
    const costs = Array.from({ length: size }, () => random.integers(size, -9, 9));
    const costOf = (columns: readonly number[]) =>
      columns.reduce((sum, column, row) => sum + costs[row][column], 0);
    const columns = cheapestAssignment(costs);
    expect([...columns].sort()).toEqual(range(0, size - 1));
    expect(costOf(columns)).toBe(Math.min(...[...permutations(range(0, size - 1))].map(costOf)));
  }
});
