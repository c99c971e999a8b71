import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const positions = matching({ beta: 10, unit: "positions right" });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 2_000;

const Parameters = z.object({ MAX_N: sizeFrom(3, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(3, LARGEST_N),
  C: integersFrom(0),
  D: integerFrom(1),
  S: integerFrom(0),
  gold_answer: integersFrom(0),
  reference_answer: z.string(),
}).check(
  lengths(({ N }) => N - 1, "C", "gold_answer"),
  within("C", 0, ({ N }) => N - 1),
  within("D", 1, ({ N }) => N - 1),
  within("S", 0, ({ N }) => N - 1),
  within("gold_answer", 0, ({ N }) => N - 1),
  distinct("gold_answer"),
  holds("gold_answer", ({ gold_answer, S }) => !gold_answer.includes(S), "must not use S"),
);

interface Boxes {
  readonly N: number;
  readonly C: readonly number[];
  readonly D: number;
  readonly S: number;
}

export const boxScheduling = defineEnvironment({
  id: "BoxScheduling",
  title: "Boxes on residues, least shifts first",
  summary: "Place N − 1 boxes on different residues with lexicographically least shifts Y, then X.",
  reward: `${positions.words}; ${invalidWords("no arrangement")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N: 3 }),

  generate({ MAX_N }, random) {
    const N = random.integer(3, MAX_N);
    const C = random.integers(N - 1, 0, N - 1);
    let D = random.integer(1, N - 1);
    // A common divisor makes shifts Y necessary, so there are some more tries for one.
    for (let tries = 1; tries < Math.floor(Math.sqrt(N)) && gcd(D, N) === 1; tries++) {
      D = random.integer(1, N - 1);
    }
    const S = random.integer(0, N - 1);
    const gold_answer = placeByDistance({ N, C, D, S });
    return { MAX_N, N, C, D, S, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, C, D, S }) =>
    `There are ${N} positions, numbered from 0 to ${N - 1}, and ${N - 1} boxes, numbered from 1, with these numbers C:
${formatIndexed("C", C, 1)}

For each box i, choose integers X[i] ≥ 0 and Y[i] ≥ 0. They place the box at
Pos[i] = (C[i] + ${D}·X[i] + Y[i]) mod ${N}
No two boxes may have the same position, and no box may be at position ${S}.

Of all allowed choices, take the one whose sequence ${indexedSeries("Y", N - 1, 1)} is lexicographically smallest (the first difference decides); of several with this sequence, the one whose sequence ${indexedSeries("X", N - 1, 1)} is lexicographically smallest.

Answer with the positions Pos[1] to Pos[${N - 1}] of this choice (not X or Y), on one line, separated by spaces, like this: ${placeholders(N - 1)}`,

  answer: integerList,

  score(answer, { N, S, gold_answer }) {
    const fault = findCountFault(answer, N - 1, "position") ?? findIndexFault(answer, N);
    if (fault !== undefined) return invalid(fault);
    if (answer.includes(S)) return invalid(`a box is at position ${S}`);
    return positions.verdict(countAgreements(answer, gold_answer), N - 1);
  },

  solve: (boxes) => placeByClass(boxes).join(" "),
});

/**
 * Each box in turn takes, of the free positions, the one with the least Y and then the least X: by
 * steps of D, a position leads to all of its class modulo G = gcd(D, N) and to no other, and a
 * class that is not full stays good for the boxes to come, whichever of its positions are taken.
 * Here Y and X are tried in turn, O(N) a box.
 */
function placeByDistance({ N, C, D, S }: Boxes): number[] {
  const isTaken = new Uint8Array(N);
  isTaken[S] = 1;
  const stepCount = N / gcd(D, N);
  return C.map((start) => {
    for (let y = 0; ; y++) {
      let position = (start + y) % N;
      for (let x = 0; x < stepCount; x++) {
        if (isTaken[position] === 0) {
          isTaken[position] = 1;
          return position;
        }
        position = (position + D) % N;
      }
    }
  });
}

/** The same by the set of free positions of each class, O(G + N / G) a box. */
function placeByClass({ N, C, D, S }: Boxes): number[] {
  const G = gcd(D, N);
  const stepsFrom = (start: number) =>
    Array.from({ length: N / G }, (_, step) => (start + step * D) % N);
  const free = Array.from({ length: G }, (_, residue) => new Set(stepsFrom(residue)));
  free[S % G].delete(S);
  return C.map((start) => {
    let y = 0;
    while (free[(start + y) % G].size === 0) y++;
    const positionsLeft = free[(start + y) % G];
    const position =
      stepsFrom((start + y) % N).find((candidate) => positionsLeft.has(candidate)) ?? S;
    positionsLeft.delete(position);
    return position;
  });
}
