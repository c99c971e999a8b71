import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { popCount } from "../toolkit/numbers/bits.ts";
import { multiplyModulo, powerModulo, remainder } from "../toolkit/numbers/modular.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Height and width are at most H_W_RANGE · N, values at most the square of that. */
const H_W_RANGE = 2;
const MAX_MOD = 1_000_000;
/** Subsets of the conditions of one value are gone through, at worst of all. */
const MAX_N = 22;
const LARGEST = H_W_RANGE * MAX_N;

const size = integerFrom(1, LARGEST);
/** Rows x1..x2, columns y1..y2, counted from 1, and their maximum. */
const Condition = z.tuple([size, size, size, size, integerFrom(1, LARGEST ** 2)]);
type Condition = z.infer<typeof Condition>;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  H: size,
  W: size,
  M: integerFrom(1, LARGEST ** 2),
  constraints: z.array(Condition),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(
  lengths("N", "constraints"),
  holds(
    "constraints",
    ({ H, W, M, constraints }) =>
      constraints.every(
        ([x1, y1, x2, y2, v]) => x1 <= x2 && x2 <= H && y1 <= y2 && y2 <= W && v <= M,
      ),
    "must lie within the matrix, with values of at most M",
  ),
);

interface Maxima {
  H: number;
  W: number;
  M: number;
  constraints: readonly Condition[];
  MOD: number;
}

export const matrixRmqCounting = defineEnvironment({
  id: "MatrixRMQCounting",
  title: "Matrices with given maxima",
  summary:
    "Count integer matrices whose maxima over given submatrices equal given values, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 2 }),

  generate({ N }, random) {
    const range = N * H_W_RANGE;
    const H = random.integer(1, range);
    const W = random.integer(1, range);
    const M = random.integer(1, range * range);
    const hidden = Array.from({ length: H }, () => random.integers(W, 1, M));
    const constraints = Array.from({ length: N }, () => drawCondition(hidden, random));
    const MOD = random.integer(2, MAX_MOD);
    const reference_answer = countMatrices({ H, W, M, constraints, MOD });
    return { N, H, W, M, constraints, MOD, reference_answer };
  },

  prompt: ({ H, W, M, constraints, MOD }) =>
    `A matrix has ${formatCount(H, "row")}, numbered from 1 to ${H}, and ${formatCount(W, "column")}, numbered from 1 to ${W}. Each entry is an integer from 1 to ${M}. In addition, all of these conditions must hold:
${formatLines(constraints, ([x1, y1, x2, y2, v]) => `- The maximum over the rows ${x1} to ${x2} and the columns ${y1} to ${y2}, all included, is ${v}.`)}

How many such matrices are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  /** The rectangles of the conditions, each with its maximum. */
  picture: ({ constraints }) =>
    pointsPicture([], {
      lines: constraints.map(([top, left, bottom, right]) => [
        [left - 1, 1 - top],
        [right, 1 - top],
        [right, -bottom],
        [left - 1, -bottom],
        [left - 1, 1 - top],
      ]),
      lineLabels: constraints.map(([, , , , maximum]) => maximum),
    }),

  ...exactRemainder("MOD", countMatrices),
});

function drawCondition(hidden: readonly (readonly number[])[], random: Random): Condition {
  const [H, W] = [hidden.length, hidden[0].length];
  const [height, width] = [random.integer(1, H), random.integer(1, W)];
  const x1 = random.integer(1, H - height + 1);
  const y1 = random.integer(1, W - width + 1);
  const [x2, y2] = [x1 + height - 1, y1 + width - 1];
  const cells = hidden.slice(x1 - 1, x2).flatMap((row) => row.slice(y1 - 1, y2));
  return [x1, y1, x2, y2, Math.max(...cells)];
}

/**
 * No entry exceeds its cap, the least value of the conditions that cover it. A condition of value v
 * is met by an entry of cap v that takes v: inclusion and exclusion over the conditions of each value
 * apart that are not met. Those that contain another of the same value need not be regarded.
 * O(H · W · N), and 2^k for the k conditions left of a value (mostly 4 at N = 22).
 */
function countMatrices({ H, W, M, constraints, MOD }: Maxima): number {
  const groups = new Map<number, Condition[]>();
  for (const condition of constraints) {
    groups.set(condition[4], [...(groups.get(condition[4]) ?? []), condition]);
  }
  const needed = new Map([...groups].map(([value, group]) => [value, withoutContaining(group)]));
  const cells = coverings(H, W, constraints, needed);
  let product = powerModulo(M, cells.get(undefined)?.length ?? 0, MOD);
  for (const [value, group] of needed) {
    const byCover = [...tally(cells.get(value) ?? [])];
    let ways = 0;
    for (let unmet = 0; unmet < 2 ** group.length; unmet++) {
      let [lowered, free] = [0, 0];
      for (const [cover, count] of byCover) {
        if ((cover & unmet) !== 0) lowered += count;
        else free += count;
      }
      const choices = multiplyModulo(
        powerModulo(value - 1, lowered, MOD),
        powerModulo(value, free, MOD),
        MOD,
      );
      ways = remainder(ways + (popCount(unmet) % 2 === 0 ? choices : -choices), MOD);
    }
    product = multiplyModulo(product, ways, MOD);
  }
  return product;
}

/** The conditions of one value without repetitions and those that contain another one. */
function withoutContaining(group: readonly Condition[]): Condition[] {
  const distinct = [...new Map(group.map((condition) => [String(condition), condition])).values()];
  return distinct.filter(
    (outer) => !distinct.some((other) => other !== outer && contains(outer, other)),
  );
}

function contains(outer: Condition, inner: Condition): boolean {
  return (
    outer[0] <= inner[0] && outer[1] <= inner[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
  );
}

/** For each cap (undefined for M), the cells' masks of which needed conditions of it cover them. */
function coverings(
  H: number,
  W: number,
  constraints: readonly Condition[],
  needed: ReadonlyMap<number, readonly Condition[]>,
): Map<number | undefined, number[]> {
  const cells = new Map<number | undefined, number[]>();
  for (let x = 1; x <= H; x++) {
    for (let y = 1; y <= W; y++) {
      const covers = ([x1, y1, x2, y2]: Condition) => x1 <= x && x <= x2 && y1 <= y && y <= y2;
      const values = constraints.filter(covers).map((condition) => condition[4]);
      const cap = values.length === 0 ? undefined : Math.min(...values);
      let mask = 0;
      for (const [index, condition] of (needed.get(cap ?? 0) ?? []).entries()) {
        if (covers(condition)) mask |= 1 << index;
      }
      const others = cells.get(cap);
      if (others === undefined) cells.set(cap, [mask]);
      else others.push(mask);
    }
  }
  return cells;
}
