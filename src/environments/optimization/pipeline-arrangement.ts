import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const makespan = minimising({ beta: 5 });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 100_000;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, LARGEST_N),
  B: integersFrom(1, LARGEST_N),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(lengths("N", "A", "B"));

interface Jobs {
  readonly A: readonly number[];
  readonly B: readonly number[];
}

/**
 * All orders take nearly as long as the best: a random one has a mean reward of 0.62 at level 3 and
 * 0.78 at level 20, and is best in half of the problems of level 0.
 */
export const pipelineArrangement = defineEnvironment({
  id: "PipelineArrangement",
  title: "Two-machine flow shop",
  summary:
    "Order jobs through machines A then B so that the last job finishes as early as possible.",
  reward: `${makespan.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const [A, B] = [random.integers(N, 1, N), random.integers(N, 1, N)];
    const order = arrangeByShortest({ A, B });
    const gold_answer = makespanOf({ A, B }, order);
    return { N, A, B, gold_answer, reference_answer: order.join(" ") };
  },

  prompt: ({ N, A, B }) =>
    `${N} jobs, numbered from 0, go through machine A and then through machine B. Their times on the two machines are:
${formatLines(A, (time, job) => `A[${job}]=${time} B[${job}]=${B[job]}`)}

Each machine does one job at a time, without interruption, and both take the jobs in the same order. A job may start on machine B when it is finished on machine A and machine B is free. The first job starts on machine A at time 0.

Find an order of the jobs in which the last one finishes on machine B as early as possible.

Answer with the ${N} numbers of the jobs in this order, on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(order, { N, A, B, gold_answer }) {
    const fault = findPermutationFault(order, N);
    return fault === undefined
      ? makespan.verdict(makespanOf({ A, B }, order), gold_answer)
      : invalid(fault);
  },

  picture: ({ A, B }, path) =>
    pointsPicture(
      A.map((a, job) => [a, B[job]]),
      { base: 0, path },
    ),

  solve: (jobs) => arrangeByMachine(jobs).join(" "),
});

function makespanOf({ A, B }: Jobs, order: readonly number[]): number {
  let [doneA, doneB] = [0, 0];
  for (const job of order) {
    doneA += A[job];
    doneB = Math.max(doneA, doneB) + B[job];
  }
  return doneB;
}

/**
 * Johnson's rule: the job with the shortest time of all goes first if that is on machine A, last if
 * it is on B; and so on with the rest. O(N log N).
 */
function arrangeByShortest({ A, B }: Jobs): number[] {
  const [front, back]: [number[], number[]] = [[], []];
  const shortest = (job: number) => Math.min(A[job], B[job]);
  for (const job of [...A.keys()].sort((a, b) => shortest(a) - shortest(b))) {
    (A[job] < B[job] ? front : back).push(job);
  }
  return [...front, ...back.reverse()];
}

/** The same order in another way: those longer on B by rising A, then the others by falling B. */
function arrangeByMachine({ A, B }: Jobs): number[] {
  const jobs = [...A.keys()];
  const first = jobs.filter((job) => A[job] <= B[job]).sort((a, b) => A[a] - A[b]);
  const last = jobs.filter((job) => A[job] > B[job]).sort((a, b) => B[b] - B[a]);
  return [...first, ...last];
}
