import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, words } from "../toolkit/answer-forms/text.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";

const TOKENS = ["A#", "#A", "B#", "#B"] as const;
/** Bounds the up to N² / 4 rewrites. */
const MAX_N = 2_000;

type Token = (typeof TOKENS)[number];
const LEGAL: ReadonlySet<string> = new Set(TOKENS);

const Parameters = z
  .object({ N: sizeFrom(1, MAX_N), max_steps: integerFrom(1) })
  .check(
    holds(
      "N",
      ({ N, max_steps }) => N <= 100 * max_steps,
      "must be at most 100 · max_steps, or hardly any program ends soon enough",
    ),
  );
const tokens = z.array(z.enum(TOKENS));
const Instance = instanceOf(Parameters, {
  program: tokens,
  gold_answer: tokens,
  reference_answer: z.string(),
}).check(
  lengths("N", "program"),
  holds(
    "gold_answer",
    ({ N, gold_answer: { length } }) => length <= N && (N - length) % 2 === 0,
    "must lack an even number of the program's tokens, which disappear in pairs",
  ),
  holds(
    "reference_answer",
    ({ gold_answer, reference_answer }) => gold_answer.join(" ") === reference_answer,
    "must be the tokens of gold_answer",
  ),
);

export const abProgramSimulation = defineEnvironment({
  id: "ABProgramSimulation",
  title: "A::B token rewriting",
  summary: "Rewrite a sequence of facing tokens by the A::B rules until no rule applies.",
  reward: `${EXACT_WORDS}; ${malformedWords("other tokens")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4, max_steps: 10 }),

  generate: ({ N, max_steps }, random) =>
    redrawUntil(() => {
      const weights = random.integers(TOKENS.length, 1, N);
      const program: Token[] = [];
      const state = new NormalForm();
      while (program.length < N && state.stepCount < max_steps) {
        const token = TOKENS[random.weightedIndex(weights)];
        program.push(token);
        state.append(token);
      }
      if (state.stepCount >= max_steps) return undefined;
      const gold_answer = state.tokens;
      return { N, max_steps, program, gold_answer, reference_answer: gold_answer.join(" ") };
    }),

  prompt: ({ program }) =>
    `A program is a sequence of tokens, each of them A#, #A, B# or #B. Wherever the # of a token and the # of the token right after it face each other, the two are rewritten:
- A# #A: both disappear
- B# #B: both disappear
- A# #B becomes #B A#
- B# #A becomes #A B#
This is repeated until no rule applies. The order in which the rules are applied makes no difference to the result.

The program is:
${program.join(" ")}

What is the sequence of tokens in the end?

Answer with the tokens of the final sequence in order, separated by spaces, like this: t1 t2 t3 …
If no token is left, the answer is empty.`,

  answer: describedAs("tokens A#, #A, B# and #B separated by spaces", words),

  score(tokens, { gold_answer }) {
    const illegal = tokens.findIndex((token) => !LEGAL.has(token));
    if (illegal !== -1) return malformed(`token ${illegal + 1} is not A#, #A, B# or #B`);
    const goldFree = "not the final sequence";
    const fault = findCountFault(tokens, gold_answer.length, "token");
    if (fault !== undefined) return exact(false, fault, goldFree);
    const wrong = tokens.findIndex((token, index) => token !== gold_answer[index]);
    const reason = `token ${wrong + 1} is not that of the final sequence`;
    return exact(wrong === -1, reason, goldFree);
  },

  solve: ({ program }) => rewriteByTheRules(program).join(" "),
});

/**
 * The normal form of a growing sequence. A new left-facing token (#A) moves left past right-facing
 * ones (B#), one rewrite each, until it meets its like (A#) and both disappear, or the left-facing
 * ones. That the rules are confluent makes this the result, and the count, of any order.
 */
class NormalForm {
  readonly #leftFacing: Token[] = [];
  readonly #rightFacing: Token[] = [];
  stepCount = 0;

  get tokens(): Token[] {
    return [...this.#leftFacing, ...this.#rightFacing];
  }

  append(token: Token): void {
    if (token.endsWith("#")) {
      this.#rightFacing.push(token);
      return;
    }
    const like = this.#rightFacing.findLastIndex((right) => right[0] === token[1]);
    this.stepCount += this.#rightFacing.length - Math.max(like, 0);
    if (like === -1) this.#leftFacing.push(token);
    else this.#rightFacing.splice(like, 1);
  }
}

/**
 * The rules as they are stated, at the leftmost place first. A rewrite can bring a place to rewrite
 * one token further left at most, where the search goes on.
 */
function rewriteByTheRules(program: readonly string[]): string[] {
  const tokens = [...program];
  let at = 0;
  while (at + 1 < tokens.length) {
    const [left, right] = [tokens[at], tokens[at + 1]];
    if (!(left.endsWith("#") && right.startsWith("#"))) {
      at++;
      continue;
    }
    tokens.splice(at, 2, ...(left[0] === right[1] ? [] : [right, left]));
    at = Math.max(0, at - 1);
  }
  return tokens;
}
