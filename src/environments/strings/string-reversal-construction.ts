import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { counting } from "../toolkit/levels.ts";
import { uniformText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { LOWERCASE } from "../toolkit/text/alphabet.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { reverseText } from "../toolkit/text/reverse.ts";

/** An answer may have this many moves a letter. */
const MOVES_PER_LETTER = 3;

/** Far beyond any use; keeps the work of following the moves small. */
const MAX_LENGTH = 2_000;

const Parameters = z.object({ n: sizeFrom(1, MAX_LENGTH) });
const Instance = instanceOf(Parameters, {
  s: textOver(LOWERCASE),
  t: textOver(LOWERCASE),
  max_k: integer,
  reference_answer: z.string(),
}).check(
  lengths("n", "s", "t"),
  holds("t", ({ s, t }) => sorted(s) === sorted(t), "must have the letters of s"),
  within("max_k", 0, ({ n }) => MOVES_PER_LETTER * n),
);

export const stringReversalConstruction = defineEnvironment({
  id: "StringReversalConstruction",
  title: "Suffix reversals",
  summary: "Turn one string into another by moving reversed suffixes to the front.",
  reward: `${EXACT_WORDS}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ n: 3 }),

  generate({ n }, random) {
    const s = uniformText(n, LOWERCASE, random);
    const moveCount = random.integer(1, Math.max(1, Math.floor(n / 2)));
    const moves = random.integers(moveCount, 1, n);
    const max_k = MOVES_PER_LETTER * n;
    return { n, s, t: moves.reduce(move, s), max_k, reference_answer: moves.join(" ") };
  },

  prompt: ({ n, s, t, max_k }) =>
    `A string of ${n === 1 ? "one letter" : `${n} letters`} is to be turned into another:
start: ${s}
target: ${t}

A move with an integer x, 0 ≤ x ≤ ${n}, takes the last x letters away, reverses their order and puts them in front of the remaining letters. For example, a move with x = 2 turns abcde into edabc. With x = 0 nothing changes, and with x = ${n} the whole string is reversed.

Find a sequence of at most ${formatCount(max_k, "move")} that turns the start into the target. It need not be the shortest.

Answer with the numbers x of the moves in order on one line, separated by spaces, like this: x y z …
If the start is the target already, the answer may be empty.`,

  answer: integerList,

  score(moves, { n, s, t, max_k }) {
    if (moves.length > max_k) return invalid(`${moves.length} moves, at most ${max_k} allowed`);
    const fault = findRangeFault(moves, 0, n);
    if (fault !== undefined) return invalid(fault);
    return exact(moves.reduce(move, s) === t, "the moves do not lead to the target");
  },

  solve: ({ s, t }) => findMoves(s, t).join(" "),
});

function sorted(text: string): string {
  return [...text].sort().join("");
}

/** The string after a move with x. */
function move(text: string, x: number): string {
  const kept = text.slice(0, text.length - x);
  return reverseText(text.slice(kept.length)) + kept;
}

/**
 * Three moves a letter, O(n²): the target is built at the front from its last letter backwards.
 * With its built part A, the moves n, j, 1 turn A X c Y, where c stands at index j, into
 * c A X reverse(Y).
 */
function findMoves(s: string, t: string): number[] {
  const moves: number[] = [];
  let text = s;
  for (let built = 0; built < t.length; built++) {
    const next = t[t.length - 1 - built];
    const step = [t.length, text.indexOf(next, built), 1];
    moves.push(...step);
    text = step.reduce(move, text);
  }
  return moves;
}
