import { expect, test } from "vitest";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";
import { IndexChains } from "../../../../src/environments/toolkit/sequences/index-chains.ts";
import { range, subsets } from "../../brute-force/enumerations.ts";

test("a chain of least cost is that among all choices of indices", () => {
  const random = new Random("index chains");
  for (let trial = 0; trial < 60; trial++) {
    const size = random.integer(1, 8);
    const count = random.integer(1, size);
    const chains = new IndexChains(size, count);
    for (let search = 0; search < 2; search++) {
      const singles = random.integers(size, 0, 9);
      const pairs = random.integers(size * size, 0, 9);
      const cost = (chain: number[]) =>
        chain.reduce(
          (sum, index, at) =>
            sum + singles[index] + (at === 0 ? 0 : pairs[chain[at - 1] * size + index]),
          0,
        );
      const all = [...subsets(range(0, size - 1))].filter(({ length }) => length === count);
      expect(chains.leastCost(singles, pairs)).toBe(Math.min(...all.map(cost)));
      expect(all).toContainEqual(chains.chain());
      expect(cost(chains.chain())).toBe(Math.min(...all.map(cost)));
    }
  }
});
