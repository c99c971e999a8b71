import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Far beyond any use; bounds the O(N · K) of following the show. */
const MAX_N = 10_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  d: integersFrom(1),
  K: integer,
  reference_answer: integerFrom(1),
}).check(
  lengths("N", "d"),
  within("d", 1, "N"),
  within("K", 2, ({ N }) => N - 1),
);

export const cowDanceShow = defineEnvironment({
  id: "CowDanceShow",
  title: "Stage queue finishing time",
  summary: "Find when the last of N cows, who dance on a stage with K places, has finished.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const d = random.integers(N, 1, N);
    const K = random.integer(2, N - 1);
    return { N, d, K, reference_answer: finishingTime(d, K) };
  },

  prompt: ({ N, d, K }) =>
    `${N} cows, numbered from 1 to ${N}, are to dance on a stage that holds ${K} cows at once. Cow i dances for d[i] minutes without a break and then leaves the stage:
${formatIndexed("d", d, 1)}

Cows 1 to ${K} start dancing at time 0. Whenever a cow leaves the stage, the waiting cow with the smallest number starts at that same moment in the free place; if several leave at once, as many waiting cows start. At what time does the last cow leave, so that the stage is empty and nobody waits?

Answer with the time in minutes as one integer.`,

  picture: ({ d }) => barsPicture(d, { base: 1 }),

  ...exactInteger(({ d, K }: { d: readonly number[]; K: number }) => followTheShow(d, K)),
});

/** Each cow starts when the earliest of the K before her on stage ends: a heap, O(N log K). */
function finishingTime(d: readonly number[], K: number): number {
  const endings = new PriorityQueue<number>();
  let last = 0;
  for (const duration of d) {
    const start = endings.size < K ? 0 : (endings.pop() ?? 0);
    const ending = start + duration;
    endings.push(ending, ending);
    last = Math.max(last, ending);
  }
  return last;
}

/** The show itself, from one moment at which cows leave to the next. O(N · K). */
function followTheShow(d: readonly number[], K: number): number {
  let minutesLeft = d.slice(0, K);
  let next = K;
  let time = 0;
  while (minutesLeft.length > 0) {
    const [elapsed] = extremes(minutesLeft);
    time += elapsed;
    minutesLeft = minutesLeft.map((left) => left - elapsed).filter((left) => left > 0);
    const entering = d.slice(next, next + K - minutesLeft.length);
    minutesLeft.push(...entering);
    next += entering.length;
  }
  return time;
}
