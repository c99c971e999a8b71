import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const MAX_MOD = 1_000_000;
/** N⁴ steps. */
const MAX_N = 60;

const positions = matching({ beta: 10, unit: "numbers right" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  MOD: integerFrom(2, MAX_MOD),
  gold_answer: integersFrom(0, MAX_MOD - 1),
  reference_answer: z.string(),
}).check(lengths(({ N }) => N * (N - 1), "gold_answer"));

/**
 * Only MOD is drawn, and numbers below it stay as they are: at level 0 the answer is always the
 * same, at level 3 in over 90 % of the problems.
 */
export const sccSequenceCounting = defineEnvironment({
  id: "SCC_Sequence_Counting",
  title: "Sequences of component counts",
  summary:
    "For every E, count the distinct sequences of strongly-connected-component counts obtainable by adding E edges.",
  reward: `${positions.words}; ${invalidWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const MOD = random.integer(2, MAX_MOD);
    const gold_answer = countSequences(N, MOD);
    return { N, MOD, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, MOD }) =>
    `A directed graph has ${N} vertices and no edges at first. Edges are added one after the other, each from a vertex to another one; no edge is added twice (u → v and v → u are two edges). After each edge, the number of strongly connected components is noted, which gives a sequence of E numbers for E edges.

For every E from 1 to ${N * (N - 1)}, count the different sequences that E edges can give, over all choices of the edges and of their order. Give each of these ${N * (N - 1)} numbers modulo ${MOD}.

Answer with the ${N * (N - 1)} remainders, for E = 1, 2, …, ${N * (N - 1)} in this order, on one line, separated by spaces, like this: ${placeholders(N * (N - 1))}`,

  answer: integerList,

  score(counts, { N, gold_answer }) {
    const fault = findCountFault(counts, N * (N - 1), "number");
    if (fault !== undefined) return invalid(fault);
    return positions.verdict(countAgreements(counts, gold_answer), gold_answer.length);
  },

  solve: ({ N, MOD }) => countSequences(N, MOD).join(" "),
});

/**
 * A sequence is possible exactly if it never rises, E edges fit into a graph with the j components
 * reached, (N − j + 1)(N − 1) + (j − 1)(j − 2)/2 at most, and there are enough of them: d falls close
 * d cycles, for which N − j + d edges are needed. Sequences by their last number j and the falls d;
 * O(N⁴), since the second condition always holds once E > 2N and d is dropped then.
 */
function countSequences(N: number, modulus: number): number[] {
  const capacity = (j: number) => (N - j + 1) * (N - 1) + ((j - 1) * (j - 2)) / 2;
  // ways[d][j]
  let ways = Array.from({ length: N }, () => new Array<number>(N + 1).fill(0));
  ways[0][N] = 1 % modulus;
  const counts = [1 % modulus];
  for (let E = 2; E <= N * (N - 1); E++) {
    if (E === 2 * N + 1) {
      // From here on the number of falls is free.
      ways = [ways[0].map((_, j) => ways.reduce((sum, row) => sum + row[j], 0) % modulus)];
    }
    const isFree = ways.length === 1;
    const fromAbove = ways.map((row) => {
      const sums = new Array<number>(N + 2).fill(0);
      for (let j = N; j >= 1; j--) sums[j] = (sums[j + 1] + row[j]) % modulus;
      return sums;
    });
    ways = ways.map((row, d) =>
      row.map((stay, j) => {
        if (j === 0 || E > capacity(j) || (!isFree && E + j < N + d)) return 0;
        const falls = isFree ? fromAbove[0][j + 1] : d === 0 ? 0 : fromAbove[d - 1][j + 1];
        return (stay + falls) % modulus;
      }),
    );
    counts.push(ways.flat().reduce((sum, value) => sum + value, 0) % modulus);
  }
  return counts;
}
