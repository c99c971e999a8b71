import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import type { AnswerForm } from "../toolkit/answer-forms/answer-form.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { toBatches } from "../toolkit/pictures/marks.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines } from "../toolkit/text/format.ts";

const cost = minimising({ beta: 3 });

/** S is at most this multiple of N. */
const STARTUP_MULTIPLE = 3;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 2_000;

const Parameters = z.object({ N: sizeFrom(1, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  S: integerFrom(0, STARTUP_MULTIPLE * LARGEST_N),
  T: integersFrom(1, LARGEST_N),
  F: integersFrom(1, LARGEST_N),
  reference_answer: z.string(),
  reference_answer_cost: integerFrom(1),
}).check(lengths("N", "T", "F"));

interface Tasks {
  readonly S: number;
  readonly T: readonly number[];
  readonly F: readonly number[];
}

const batchEnds: AnswerForm<number[]> = {
  description: "one integer or more separated by spaces",
  parse(text) {
    const ends = integerList.parse(text);
    return ends?.length === 0 ? null : ends;
  },
};

/**
 * Many divisions are nearly as good as the best: the commonest answer has a mean reward of 0.78 at
 * level 0 and 0.88 at level 20.
 */
export const taskArrangement = defineEnvironment({
  id: "TaskArrangement",
  title: "Batching tasks with a start-up time",
  summary:
    "Cut an ordered task list into consecutive batches to minimise the weighted completion time.",
  reward: `${cost.words}; ${invalidWords("no division into batches")}, ${malformedWords("empty")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const S = random.integer(0, STARTUP_MULTIPLE * N);
    const [T, F] = [random.integers(N, 1, N), random.integers(N, 1, N)];
    const ends = findBatches({ S, T, F });
    const reference_answer_cost = costOf({ S, T, F }, ends);
    return { N, S, T, F, reference_answer: ends.join(" "), reference_answer_cost };
  },

  prompt: ({ N, S, T, F }) =>
    `${N} tasks, numbered from 1, each with a time T and a weight F, are done in this order:
${formatLines(T, (time, index) => `task ${index + 1}: T=${time} F=${F[index]}`)}

They are done in batches of one or more consecutive tasks, one batch after the other from time 0 on. A batch takes ${S} to start up and then the sum of the times of its tasks; all its tasks finish when the batch ends. The cost is the sum over all tasks of F · (time at which the task finishes).

Divide the tasks into batches so that the cost is as small as possible.

Answer with the number of the last task of each batch, in increasing order, the last of them ${N}, on one line, separated by spaces, like this: i j … ${N}`,

  answer: batchEnds,

  score(ends, { N, S, T, F, reference_answer_cost }) {
    let before = 0;
    for (const end of ends) {
      if (!(end > before && end <= N)) {
        return invalid(`${formatFigure(end)} is no task after ${before}`);
      }
      before = end;
    }
    if (before !== N) return invalid(`the last batch ends with task ${before}`);
    return cost.verdict(costOf({ S, T, F }, ends), reference_answer_cost);
  },

  picture({ N, T, F }, ends) {
    const look = { base: 1, groups: toBatches(ends, N, 1) };
    return partsPicture({ Times: barsPicture(T, look), Weights: barsPicture(F, look) });
  },

  solve: (tasks) => findBatchesForwards(tasks).join(" "),
});

function costOf({ S, T, F }: Tasks, ends: readonly number[]): number {
  let [time, start, total] = [0, 0, 0];
  for (const end of ends) {
    time += S;
    for (let task = start; task < end; task++) time += T[task];
    for (let task = start; task < end; task++) total += F[task] * time;
    start = end;
  }
  return total;
}

/**
 * Each batch delays all tasks from its first one on, and so costs its time times their weight: the
 * best division of the first i tasks is found from those of fewer. O(N²).
 */
function findBatches({ S, T, F }: Tasks): number[] {
  const [times, weights] = [prefixSums(T), prefixSums(F)];
  const least = [0];
  const starts = [0];
  for (let end = 1; end <= T.length; end++) {
    least[end] = Number.POSITIVE_INFINITY;
    for (let start = 0; start < end; start++) {
      const delayed = weights[T.length] - weights[start];
      const value = least[start] + (S + times[end] - times[start]) * delayed;
      if (value < least[end]) [least[end], starts[end]] = [value, start];
    }
  }
  const ends: number[] = [];
  for (let end = T.length; end > 0; end = starts[end]) ends.push(end);
  return ends.reverse();
}

/** The same from the last task back: the best division of the tasks from each one on. */
function findBatchesForwards({ S, T, F }: Tasks): number[] {
  const least = new Array<number>(T.length + 1).fill(Number.POSITIVE_INFINITY);
  const ends = new Array<number>(T.length).fill(0);
  least[T.length] = 0;
  let delayed = 0;
  for (let start = T.length - 1; start >= 0; start--) {
    delayed += F[start];
    let time = S;
    for (let end = start + 1; end <= T.length; end++) {
      time += T[end - 1];
      const value = time * delayed + least[end];
      if (value < least[start]) [least[start], ends[start]] = [value, end];
    }
  }
  const division: number[] = [];
  for (let start = 0; start < T.length; start = ends[start]) division.push(ends[start]);
  return division;
}
