import { Random } from "../random/random.ts";

/** An expression with its value. */
interface Valued {
  readonly value: number;
  readonly text: string;
}

/** Up to so many operands, the search is complete; more are first merged to so many. */
const COMPLETE_SEARCH = 6;
/** Values of so many operands are listed; with a complete search, one half is never larger. */
const LISTED = COMPLETE_SEARCH / 2;
const MERGE_ATTEMPTS = 20;

/**
 * An expression that uses each operand (positive integers) once and has the value `target` ≥ 0,
 * such that every value on the way is a non-negative integer; undefined if none is found. Complete
 * for up to 6 operands. More are merged at random by + and −, which keeps the values small, until 6
 * are left, and this is tried 20 times: nearly always enough, since the ways are so many.
 */
export function findExpression(operands: readonly number[], target: number): string | undefined {
  const leaves = operands.map((value): Valued => ({ value, text: String(value) }));
  if (leaves.length <= COMPLETE_SEARCH) return searchCompletely(leaves, target);
  const random = new Random("countdown");
  for (let attempt = 0; attempt < MERGE_ATTEMPTS; attempt++) {
    const found = searchCompletely(mergeAtRandom(leaves, random), target);
    if (found !== undefined) return found;
  }
  return undefined;
}

function mergeAtRandom(leaves: readonly Valued[], random: Random): Valued[] {
  const merged = random.shuffle([...leaves]);
  while (merged.length > COMPLETE_SEARCH) {
    const [a, b] = merged.splice(0, 2);
    ...
  }
}
