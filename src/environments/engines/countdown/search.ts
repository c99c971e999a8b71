import { extremes } from "../../toolkit/numbers/extremes.ts";
import { Random } from "../../toolkit/random/random.ts";

/** An expression and its value. */
interface Valued {
  readonly value: number;
  readonly text: string;
}

/** Up to so many operands the search is complete. */
const COMPLETE_SEARCH = 6;
/** All values of so many operands are listed: one side of any operation has no more. */
const LISTED = COMPLETE_SEARCH / 2;
const MERGE_ATTEMPTS = 20;

/**
 * An expression that uses each of two or more positive operands once and has the value `target` ≥ 0,
 * where every value on the way is a non-negative integer; undefined if none is found. Complete for
 * up to 6 operands, in milliseconds. More are merged at random by + and − until 6 are left, up to 20
 * times: the ways are so many that the first few nearly always succeed.
 */
export function findExpression(operands: readonly number[], target: number): string | undefined {
  const leaves = operands.map((value): Valued => ({ value, text: String(value) }));
  if (leaves.length <= COMPLETE_SEARCH) return searchCompletely(leaves, target);
  const random = new Random("countdown");
  // Small values make the most of the operations left; some must be near √target for a product.
  const limit = Math.max(extremes(operands)[1], Math.sqrt(target));
  for (let attempt = 0; attempt < MERGE_ATTEMPTS; attempt++) {
    const found = searchCompletely(mergeAtRandom(leaves, limit, random), target);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Merges pairs by a sum within the limit or a difference. */
function mergeAtRandom(leaves: readonly Valued[], limit: number, random: Random): Valued[] {
  const merged = random.shuffle([...leaves]);
  while (merged.length > COMPLETE_SEARCH) {
    const [last] = merged.splice(-1);
    const partner = random.integer(0, merged.length - 1);
    const [total, difference] = outcomes(merged[partner], last);
    merged[partner] = total.value <= limit && random.chance(0.5) ? total : difference;
  }
  return merged;
}

/** Sum, difference, and, where they are exact, product and quotient of two values. */
function outcomes(a: Valued, b: Valued): Valued[] {
  const [high, low] = a.value >= b.value ? [a, b] : [b, a];
  const results = [
    { value: high.value + low.value, text: `(${high.text} + ${low.text})` },
    { value: high.value - low.value, text: `(${high.text} - ${low.text})` },
  ];
  if (Number.isSafeInteger(high.value * low.value)) {
    results.push({ value: high.value * low.value, text: `(${high.text} * ${low.text})` });
  }
  if (low.value > 0 && high.value % low.value === 0) {
    results.push({ value: high.value / low.value, text: `(${high.text} / ${low.text})` });
  }
  return results;
}

/** The ways to reach `target` from a value x and another one, which must be `other`. */
interface Inverse {
  other(x: number, target: number): number;
  join(x: string, other: string): string;
}

const ADDITIVE: readonly Inverse[] = [
  { other: (x, target) => target - x, join: (x, other) => `(${x} + ${other})` },
  { other: (x, target) => x - target, join: (x, other) => `(${x} - ${other})` },
  { other: (x, target) => x + target, join: (x, other) => `(${other} - ${x})` },
];
/** For x > 0; where a quotient is no integer, or divides by 0, there is no other value. */
const MULTIPLICATIVE: readonly Inverse[] = [
  { other: (x, target) => target / x, join: (x, other) => `(${x} * ${other})` },
  { other: (x, target) => x / target, join: (x, other) => `(${x} / ${other})` },
  { other: (x, target) => x * target, join: (x, other) => `(${other} / ${x})` },
];
const INVERSES = [...ADDITIVE, ...MULTIPLICATIVE];

/**
 * Meets in the middle: of the two sides of the last operation, the smaller has at most 3 operands,
 * all of whose values are listed; each leaves a few values to look for on the other side. Sets of
 * operands are bit masks.
 */
function searchCompletely(leaves: readonly Valued[], target: number): string | undefined {
  const lists: Map<number, Valued>[] = [];
  return find((1 << leaves.length) - 1, target)?.slice(1, -1); // without the outer parentheses

  function find(set: number, value: number): string | undefined {
    if (countMembers(set) <= LISTED) return list(set).get(value)?.text;
    for (let size = LISTED; size > 0; size--) {
      for (let side = (set - 1) & set; side > 0; side = (side - 1) & set) {
        if (countMembers(side) !== size) continue;
        for (const x of list(side).values()) {
          const found = findWith(x, set - side, value);
          if (found !== undefined) return found;
        }
      }
    }
    return undefined;
  }

  function findWith(x: Valued, rest: number, value: number): string | undefined {
    if (x.value === 0 && value === 0) return `(${x.text} * ${anyOf(rest)})`;
    for (const { other, join } of x.value === 0 ? ADDITIVE : INVERSES) {
      const needed = other(x.value, value);
      if (needed < 0 || !Number.isSafeInteger(needed)) continue;
      const found = find(rest, needed);
      if (found !== undefined) return join(x.text, found);
    }
    return undefined;
  }

  function list(set: number): Map<number, Valued> {
    lists[set] ??= listValues(set);
    return lists[set];
  }

  function listValues(set: number): Map<number, Valued> {
    const members = membersOf(set);
    if (members.length === 1) return new Map([[members[0].value, members[0]]]);
    const values = new Map<number, Valued>();
    // Each pair of sides once: the side that is larger as a number comes first.
    for (let side = (set - 1) & set; side > set - side; side = (side - 1) & set) {
      for (const a of list(side).values()) {
        for (const b of list(set - side).values()) {
          for (const outcome of outcomes(a, b)) values.set(outcome.value, outcome);
        }
      }
    }
    return values;
  }

  function anyOf(set: number): string {
    return `(${membersOf(set)
      .map(({ text }) => text)
      .join(" + ")})`;
  }

  function membersOf(set: number): Valued[] {
    return leaves.filter((_, index) => (set & (1 << index)) !== 0);
  }
}

function countMembers(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
