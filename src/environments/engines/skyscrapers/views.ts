import { lowestBit } from "../../toolkit/numbers/bits.ts";

/** What lines of heights, the same but for cyclic shifts of 0..N−1, show from one end so far. */
export interface End {
  /** By shift: the sum of the visible heights, and the tallest of them, −1 for none. */
  readonly sums: Int32Array;
  readonly tallest: Int32Array;
  /** By shift: heights behind the tallest, as bits, that no other hides from the middle. */
  readonly behind: Int32Array;
  /** By line: what the whole shows. */
  readonly clues: readonly number[];
}

/**
 * Of some lines, as bits, those whose clue from one end a shift may still show: what is visible so
 * far, the tallest, and between them nothing or some of the free heights above the tallest so far.
 * Where the other end has met the tallest, the highest of these is surely visible, and so is what
 * stands higher behind them.
 */
export function linesShownBy(
  shift: number,
  { sums, tallest, clues }: End,
  other: End,
  heights: number,
  lines: number,
): number {
  const top = clues.length - 1;
  const isMet = tallest[shift] === top;
  const isPassed = other.tallest[shift] === top;
  const higher = isMet ? 0 : above(heights, tallest[shift]);
  let shown = sums[shift] + (isMet ? 0 : top);
  if (isPassed) {
    const hidden = Math.max(tallest[shift], 31 - Math.clz32(higher));
    for (let rest = above(other.behind[shift], hidden); rest !== 0; rest &= rest - 1) {
      shown += lowestBit(rest);
    }
  }
  const reach = subsetSums(higher, isPassed);
  let found = 0;
  for (let rest = lines; rest !== 0; rest &= rest - 1) {
    const line = lowestBit(rest);
    const between = clues[line] - shown;
    if (between >= 0 && ((reach[between >> 5] >>> (between & 31)) & 1) === 1) found |= 1 << line;
  }
  return found;
}

/** The bits of places above one, from −1 on. */
function above(bits: number, place: number): number {
  return bits & ~(2 ** (place + 1) - 1);
}

/** Sums of heights below 30 are below 14 · 32. */
const WORDS = 14;

/** The sums of some of the heights (bits of a number), as bits of words; with the highest on demand. */
function subsetSums(heights: number, withHighest: boolean): Int32Array {
  const words = new Int32Array(WORDS);
  words[0] = 1;
  for (let rest = heights; rest !== 0; rest &= rest - 1) {
    const height = lowestBit(rest);
    const isForced = withHighest && (rest & (rest - 1)) === 0;
    for (let word = WORDS - 1; word >= 0; word--) {
      const carried = word > 0 && height > 0 ? words[word - 1] >>> (32 - height) : 0;
      const raised = (words[word] << height) | carried;
      words[word] = isForced ? raised : words[word] | raised;
    }
  }
  return words;
}

/** Whether each can have one of its options (bits of a number), all different: augmenting paths. */
export function canMatch(options: readonly number[]): boolean {
  const ownerOf = new Int8Array(32).fill(-1);
  let visited = 0;
  const match = (item: number): boolean => {
    for (let open = options[item] & ~visited; open !== 0; open &= ~visited) {
      const option = lowestBit(open);
      visited |= 1 << option;
      if (ownerOf[option] !== -1 && !match(ownerOf[option])) continue;
      ownerOf[option] = item;
      return true;
    }
    return false;
  };
  return options.every((_, item) => {
    visited = 0;
    return match(item);
  });
}
