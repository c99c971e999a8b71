import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { counting } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const served = maximising({ beta: 5 });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 2_000;

const Parameters = z.object({ N: sizeFrom(3, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, LARGEST_N),
  B: integersFrom(1, LARGEST_N),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  lengths("N", "A", "B"),
  holds("B", (days) => findAcceptable(days).length > 0, "must have a customer who can be served"),
);

interface Days {
  readonly A: readonly number[];
  readonly B: readonly number[];
}

export const hurWarehouseStore = defineEnvironment({
  id: "HURWarehouseStore",
  title: "Customers of a warehouse",
  summary: "Choose the days on which to serve customers from a running stock, as many as possible.",
  reward: `${served.words}; ${invalidWords("no day, a day twice or too little stock")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const [A, B] = [random.integers(N, 0, N), random.integers(N, 1, N)];
      const days = findAcceptable({ A, B });
      if (days.length === 0) return undefined;
      return { N, A, B, gold_answer: days.length, reference_answer: days.join(" ") };
    });
  },

  prompt: ({ N, A, B }) =>
    `A warehouse, empty at first, is open on ${N} days, numbered from 1. In the morning of day i, A[i] goods arrive and are added to the stock. In the evening a customer asks for B[i] goods, and gets either all of them, which leave the stock, or none:
${formatLines(A, (arriving, index) => `A[${index + 1}]=${arriving} B[${index + 1}]=${B[index]}`)}

A customer can be served only if the stock of that evening holds at least what is asked for. Choose the days on which the customer is served, so that they are as many as possible.

Answer with the numbers of these days in any order, on one line, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(days, { N, A, B, gold_answer }) {
    const fault = findIndexFault(days, N, 1) ?? findShortage({ A, B }, days);
    if (fault !== undefined) return invalid(fault);
    return served.verdict(days.length, gold_answer);
  },

  picture: ({ A, B }, chosen) =>
    partsPicture({
      "Arrives in the morning": barsPicture(A, { base: 1 }),
      "Asked for in the evening": barsPicture(B, { base: 1, chosen }),
    }),

  solve: (days) => findByStock(days).join(" "),
});

/** Why the stock does not last, as a reason; undefined if it does. */
function findShortage({ A, B }: Days, days: readonly number[]): string | undefined {
  const isServed = new Set(days);
  let stock = 0;
  for (const [index, arriving] of A.entries()) {
    stock += arriving;
    if (!isServed.has(index + 1)) continue;
    if (stock < B[index]) return `the stock of day ${index + 1} is ${stock}, not ${B[index]}`;
    stock -= B[index];
  }
  return undefined;
}

/**
 * The most days on which customers can be served, ascending. Where the stock is too small for the
 * next customer, the largest one accepted so far is sent away if that is larger: of all choices of
 * as many customers, the least demanding is kept. O(N log N).
 */
function findAcceptable({ A, B }: Days): number[] {
  const accepted = new PriorityQueue<number>();
  let stock = 0;
  for (const [index, arriving] of A.entries()) {
    stock += arriving;
    const largest = accepted.firstKey;
    if (stock < B[index] && largest !== undefined && -largest > B[index]) {
      accepted.pop();
      stock -= largest;
    }
    if (stock < B[index]) continue;
    accepted.push(index + 1, -B[index]);
    stock -= B[index];
  }
  return ascending(Array.from({ length: accepted.size }, () => accepted.pop() ?? 0));
}

/** The same by the largest stock that can be left, for each day and number of customers. O(N²). */
function findByStock({ A, B }: Days): number[] {
  const left = [0];
  const isServed = A.map((arriving, index) => {
    const served = new Uint8Array(index + 2);
    for (let count = index + 1; count >= 0; count--) {
      const skipping = (left[count] ?? Number.NEGATIVE_INFINITY) + arriving;
      const serving = (left[count - 1] ?? Number.NEGATIVE_INFINITY) + arriving - B[index];
      served[count] = serving >= 0 && serving > skipping ? 1 : 0;
      left[count] = served[count] === 1 ? serving : skipping;
    }
    return served;
  });
  let count = left.findLastIndex((stock) => stock >= 0);
  const days: number[] = [];
  for (let index = A.length - 1; index >= 0; index--) {
    if (isServed[index][count] === 0) continue;
    days.push(index + 1);
    count--;
  }
  return days.reverse();
}
