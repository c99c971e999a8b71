import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { recurrence } from "../toolkit/levels.ts";
import { primesUpTo } from "../toolkit/numbers/sieves.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** Level 20 has 16,843; an answer is checked against each prime distance. */
const LARGEST_MAX_N = 50_000;

/** Up to here pairs of neighbours share a colour, since all other distances up to 5 but 4 are prime. */
const SMALL_N = 6;
/** 1, 3, 6 and 8 differ by primes; beyond SMALL_N, remainders by 4 serve, as 4 divides no prime. */
const LARGE_CHROMATIC_NUMBER = 4;

const colourCount = minimising({ beta: 5 });

const Parameters = z.object({ MAX_N: sizeFrom(3, LARGEST_MAX_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(3, LARGEST_MAX_N),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(holds("N", ({ N, MAX_N }) => N <= MAX_N, "must be at most MAX_N"));

/**
 * N is all that distinguishes problems: there are 4 of them at level 0, 17 at level 3. At level 20 an
 * answer has up to 16,843 colours, more than most models can write.
 */
export const primeGraphMinimumChromaticNumber = defineEnvironment({
  id: "PrimeGraph_MinimumChromaticNumber",
  title: "Colouring the prime-difference graph",
  summary:
    "Colour 1..N with few colours so that numbers differing by a prime get different colours.",
  reward: `${colourCount.words}; ${invalidWords()}`,
  slowVerification: true,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 6 }, ({ MAX_N }) => ({ MAX_N: Math.floor(MAX_N * 1.5) })),

  generate({ MAX_N }, random) {
    const N = random.integer(3, MAX_N);
    const colours = fewestColours(N);
    return {
      MAX_N,
      N,
      gold_answer: new Set(colours).size,
      reference_answer: colours.join(" "),
    };
  },

  prompt: ({ N }) =>
    `The vertices of an undirected graph are the integers from 1 to ${N}. An edge joins u and v exactly when |u − v| is a prime number.

Give every vertex a colour, which is an integer, so that the two ends of every edge have different colours and as few distinct colours as possible are used.

Answer with the ${N} colours of the vertices 1 to ${N}, in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(colours, { N, gold_answer }) {
    const fault = findCountFault(colours, N, "colour");
    if (fault !== undefined) return invalid(fault);
    for (const prime of primesUpTo(N - 1)) {
      for (let index = 0; index + prime < N; index++) {
        if (colours[index] !== colours[index + prime]) continue;
        return invalid(`${index + 1} and ${index + 1 + prime} have the same colour`);
      }
    }
    return colourCount.verdict(new Set(colours).size, gold_answer);
  },

  picture: ({ N }, groups) =>
    rowPicture(
      Array.from({ length: N }, (_, index) => index + 1),
      { base: 1, groups },
    ),

  solve: ({ N }) => fewestColours(N).join(" "),
});

/** A proper colouring of 1..N with fewest colours: ⌈N/2⌉ up to SMALL_N, else four. */
function fewestColours(N: number): number[] {
  return Array.from({ length: N }, (_, index) =>
    N <= SMALL_N ? Math.floor(index / 2) : (index + 1) % LARGE_CHROMATIC_NUMBER,
  );
}
