import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { FlowNetwork } from "../toolkit/graphs/max-flow.ts";
import { counting } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { blankRows, gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { formatLines, formatRows } from "../toolkit/text/format.ts";
import { placeholderLines, placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const changes = satisfying({ beta: 10, unit: "changes are small enough" });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST = 80;

const Parameters = z.object({ MAX_N_M: sizeFrom(4, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(2, LARGEST),
  K: integerFrom(1, LARGEST),
  L: integerFrom(0, LARGEST),
  reference_answer: z.string(),
  forbidden: integerRowsFrom(1),
}).check(
  lengths("M", "forbidden"),
  within("forbidden", 1, "N"),
  holds(
    "forbidden",
    ({ N, K, forbidden }) => forbidden.every((elements) => N - new Set(elements).size >= K),
    "must leave K elements for each set",
  ),
);

interface Chain {
  readonly N: number;
  readonly M: number;
  readonly K: number;
  readonly L: number;
  readonly forbidden: readonly (readonly number[])[];
}

export const hungryRabbit = defineEnvironment({
  id: "HungryRabbit",
  title: "Slowly changing sets",
  summary: "Choose M sets of K elements without forbidden ones, few of them new from set to set.",
  reward: `${changes.words}; ${invalidWords("no M sets of K elements")}; ${unsuccessfulWords("a forbidden element")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 4 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(4, MAX_N_M);
    const M = random.integer(3, MAX_N_M);
    const K = random.integer(2, N - 2);
    const L = random.integer(1, K - 1);
    const elements = Array.from({ length: N }, (_, index) => index + 1);
    const others = (set: readonly number[]) => elements.filter((item) => !set.includes(item));
    const sets = [random.sample(elements, K)];
    while (sets.length < M) {
      const before = sets[sets.length - 1];
      const changed = random.integer(0, Math.min(L, K, N - K));
      const kept = random.sample(before, K - changed);
      sets.push(random.shuffle([...kept, ...random.sample(others(before), changed)]));
    }
    const forbidden = sets.map((set) =>
      ascending(random.sample(others(set), random.integer(1, N - K))),
    );
    return { MAX_N_M, N, M, K, L, reference_answer: formatRows(sets), forbidden };
  },

  prompt: ({ N, M, K, L, forbidden }) =>
    `Choose ${M} sets, numbered from 1, each of exactly ${K} different integers from 1 to ${N}. These integers are forbidden in each set:
${formatLines(forbidden, (elements, index) => `set ${index + 1}: ${elements.length === 0 ? "none" : elements.join(" ")}`)}

Each set after the first must contain at most ${formatCount(L, "integer")} that the set before it does not contain.

Answer with ${M} lines, one for each set in order, that hold its ${K} integers in any order, separated by spaces, like this:
${placeholderLines(placeholders(K), M)}`,

  answer: integerMatrix,

  score(sets, { N, M, K, L, forbidden }) {
    const wrongCount = findCountFault(sets, M, "line");
    if (wrongCount !== undefined) return invalid(wrongCount);
    for (const [index, set] of sets.entries()) {
      const fault = findCountFault(set, K, "integer") ?? findIndexFault(set, N, 1);
      if (fault !== undefined) return invalid(`set ${index + 1}: ${fault}`);
    }
    let [small, before] = [0, new Set<number>()];
    for (const [index, set] of sets.entries()) {
      const banned = new Set(forbidden[index]);
      const element = set.find((item) => banned.has(item));
      if (element !== undefined)
        return unsuccessful(`set ${index + 1} has the forbidden ${element}`);
      const added = set.filter((item) => !before.has(item)).length;
      if (index > 0 && added <= L) small++;
      before = new Set(set);
    }
    return changes.verdict(small, M - 1);
  },

  picture: ({ N, M, forbidden }, sets) =>
    gridPicture(blankRows(M, N), {
      clues: lineNumbers(M, N, 1),
      dark: forbidden.flatMap((set, row) => set.map((member) => [row, member - 1])),
      chosen: sets?.flatMap((set, row) => set.map((member) => [row, member - 1])),
    }),

  solve: (chain) => formatRows(findSets(chain)),
});

/**
 * Sets with all changes small, by a maximum flow of K units through a layer of allowed elements for
 * each set: a unit stays at its element, or goes through the hub between two layers, which lets L
 * through, to any other. O(V² E), in practice far less.
 */
function findSets({ N, M, K, L, forbidden }: Chain): number[][] {
  const layerSize = 2 * N + 2;
  const [source, start, sink] = [M * layerSize, M * layerSize + 1, M * layerSize + 2];
  const network = new FlowNetwork(M * layerSize + 3);
  network.addEdge(source, start, K);
  const uses = forbidden.map((banned, layer) => {
    const base = layer * layerSize;
    const [hubIn, hubOut] = [base + 2 * N, base + 2 * N + 1];
    if (layer < M - 1) network.addEdge(hubIn, hubOut, L);
    return Array.from({ length: N }, (_, element) => {
      const [enter, leave] = [base + 2 * element, base + 2 * element + 1];
      if (layer === 0) network.addEdge(start, enter, 1);
      else {
        network.addEdge(leave - layerSize, enter, 1);
        network.addEdge(hubOut - layerSize, enter, 1);
      }
      network.addEdge(leave, layer === M - 1 ? sink : hubIn, 1);
      return network.addEdge(enter, leave, banned.includes(element + 1) ? 0 : 1);
    });
  });
  network.maximumFlow(source, sink);
  return uses.map((edges) =>
    edges.flatMap((edge, element) => (network.flowThrough(edge) === 1 ? [element + 1] : [])),
  );
}
