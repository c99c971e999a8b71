import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { exactBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const MAX_A_B = 20;
/** With fewer stations, the number of passengers at the end does not tell who boarded second. */
const MIN_STATIONS = 5;

/** Far beyond any use: up to it, a problem is drawn within a fraction of a second. */
const LARGEST_MAX_N = 10_000;

const Parameters = z.object({
  MAX_N: sizeFrom(MIN_STATIONS, LARGEST_MAX_N),
  MAX_A_B: integerFrom(1),
});
const Instance = instanceOf(Parameters, {
  N: sizeFrom(MIN_STATIONS, LARGEST_MAX_N),
  A: integerFrom(1),
  B: integerFrom(1),
  M: bigIntegerFrom(1n),
  X: integerFrom(3),
  reference_answer: bigIntegerFrom(1n),
}).check(
  within("N", MIN_STATIONS, "MAX_N"),
  within("A", 1, "MAX_A_B"),
  within("B", 1, "MAX_A_B"),
  within("X", 3, ({ N }) => N - 1),
  holds(
    "M",
    ({ N, A, B, M }) => M === passengersAfter(N - 1, BigInt(A), BigInt(B))[N - 1],
    "must be the passengers that A and B lead to",
  ),
);

export const fibtrain = defineEnvironment({
  id: "Fibtrain",
  title: "Passengers on a Fibonacci train",
  summary: "From the first and last passenger numbers, find how many are on the train in between.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  hidden: ["B"],
  levels: recurrence({ MAX_N: MIN_STATIONS, MAX_A_B }, (last) => ({
    ...last,
    MAX_N: grow(last.MAX_N),
  })),

  generate({ MAX_N, MAX_A_B }, random) {
    const N = random.integer(MIN_STATIONS, MAX_N);
    const [A, B] = random.integers(2, 1, MAX_A_B);
    const onBoard = passengersAfter(N - 1, BigInt(A), BigInt(B));
    const X = random.integer(3, N - 1);
    return { MAX_N, MAX_A_B, N, A, B, M: onBoard[N - 1], X, reference_answer: onBoard[X] };
  },

  prompt: ({ N, A, M, X }) =>
    `A train starts empty and calls at stations 1 to ${N}.
- At station 1, ${formatCount(A, "passenger")} board${A === 1 ? "s" : ""}.
- At station 2, an unknown positive number of passengers board, and as many alight.
- At each of the stations 3 to ${N - 1}, as many passengers board as boarded at the two stations before it together, and as many alight as boarded at the station before it.
- At station ${N}, all who are still on the train alight: ${formatCount(M, "passenger")}.

How many passengers are on the train when it leaves station ${X}?

Answer with that number as one integer, like this: n`,

  ...exactBigInteger(passengersAt),
});

interface Journey {
  readonly N: number;
  readonly A: number;
  readonly M: bigint;
  readonly X: number;
}

/**
 * The passengers after station X, from those at the end: after each station they are a·A + b·B, with
 * b > 0 after the last but one, which gives B. O(N).
 */
function passengersAt({ N, A, M, X }: Journey): bigint {
  const ofFirst = passengersAfter(N - 1, BigInt(A), 0n);
  const ofSecond = passengersAfter(N - 1, 0n, 1n);
  const B = (M - ofFirst[N - 1]) / ofSecond[N - 1];
  return ofFirst[X] + B * ofSecond[X];
}

/** The passengers on the train after each station up to `last`, by its number. O(last). */
function passengersAfter(last: number, A: bigint, B: bigint): bigint[] {
  const onBoard = [0n, A, A];
  let [before, boarded] = [A, B];
  for (let station = 3; station <= last; station++) {
    [before, boarded] = [boarded, before + boarded];
    onBoard.push(onBoard[station - 1] + boarded - before);
  }
  return onBoard;
}
