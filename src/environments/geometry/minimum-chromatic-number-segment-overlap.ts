import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerPairsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const MAX_N = 10_000;

const colours = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  segments: integerPairsFrom(1),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  lengths("N", "segments"),
  holds(
    "segments",
    ({ segments }) => segments.every(([left, right]) => left <= right),
    "must have left ends that do not exceed the right ones",
  ),
);

type Segments = readonly (readonly [left: number, right: number])[];

/** At level 0, with three segments, a third of random answers is best. */
export const minimumChromaticNumberSegmentOverlap = defineEnvironment({
  id: "MinimumChromaticNumber_SegmentOverlap",
  title: "Colouring overlapping segments",
  summary:
    "Colour closed intervals so that overlapping ones differ, using as few colours as possible.",
  reward: `${colours.words}; ${invalidWords("wrong length or overlap")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const U = random.integer(2, N);
    const cuts = [...ascending(random.distinctIntegers(U - 1, 1, N)), N];
    const segments = cuts.flatMap((cut, index) => {
      const size = cut - (index === 0 ? 0 : cuts[index - 1]);
      const ends = ascending(random.integers(2 * size, 1, 2 * N - 1));
      return Array.from({ length: size }, (_, k): [number, number] => [
        ends[2 * k],
        ends[2 * k + 1],
      ]);
    });
    random.shuffle(segments);
    const reference_answer = fewestColours(segments).join(" ");
    return { N, segments, gold_answer: deepestOverlap(segments), reference_answer };
  },

  prompt: ({ N, segments }) =>
    `Here are ${N} segments of the number line, numbered from 0. Segment [l, r] consists of all points from l to r, both ends included:
${formatLines(segments, ([left, right], index) => `segment ${index}: [${left}, ${right}]`)}

Give each segment a colour, named by an integer, so that two segments with a point in common, even if it is only an end of both, never have the same colour. Use as few different colours as possible.

Answer with the ${N} colours of the segments 0 to ${N - 1} in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(answered, { N, segments, gold_answer }) {
    const fault = findCountFault(answered, N, "colour");
    if (fault !== undefined) return invalid(fault);
    // From left to right, the segment of each colour that reaches farthest so far.
    const farthest = new Map<number, number>();
    for (const index of byLeftEnd(segments)) {
      const other = farthest.get(answered[index]);
      if (other !== undefined && segments[other][1] >= segments[index][0]) {
        return invalid(`segments ${other} and ${index} overlap and have the same colour`);
      }
      farthest.set(answered[index], index);
    }
    return colours.verdict(farthest.size, gold_answer);
  },

  picture: ({ segments }, groups) => intervalsPicture(segments, { groups }),

  solve: ({ segments }) => fewestColours(segments).join(" "),
});

function byLeftEnd(segments: Segments): number[] {
  return [...segments.keys()].sort((i, j) => segments[i][0] - segments[j][0]);
}

/** The most segments with a common point: as many colours are needed, and do. O(N log N). */
function deepestOverlap(segments: Segments): number {
  const starts = ascending(segments.map(([left]) => left));
  const ends = ascending(segments.map(([, right]) => right));
  let [deepest, ended] = [0, 0];
  for (const [index, start] of starts.entries()) {
    while (ends[ended] < start) ended++;
    deepest = Math.max(deepest, index + 1 - ended);
  }
  return deepest;
}

/** From left to right, the colour that is free for longest, or a new one. O(N log N). */
function fewestColours(segments: Segments): number[] {
  const colour = new Array<number>(segments.length).fill(0);
  const used = new PriorityQueue<number>();
  let last = 0;
  for (const index of byLeftEnd(segments)) {
    const [left, right] = segments[index];
    const isFree = used.firstKey !== undefined && used.firstKey < left;
    colour[index] = (isFree ? used.pop() : undefined) ?? ++last;
    used.push(colour[index], right);
  }
  return colour;
}
