import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, words } from "../toolkit/answer-forms/text.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { exact } from "../toolkit/scoring/exact.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const TOKENS: readonly string[] = ["A#", "#A", "B#", "#B"];

const Parameters = z
  .object({ N: z.int().min(1), max_steps: z.int().min(1) })
  .refine(({ N, max_steps }) => N <= 100 * max_steps, {
    message: "N must be at most 100 · max_steps, or hardly any program ends soon enough",
  });
const Instance = z.object({
  ...Parameters.shape,
  program: z.array(z.string()),
  gold_answer: z.array(z.string()),
  reference_answer: z.string(),
});

export const abProgramSimulation = defineEnvironment({
  id: "ABProgramSimulation",
  title: "A::B token rewriting",
  summary: "Rewrite a sequence of facing tokens by the A::B rules until no rule applies.",
  reward: "1 if right, 0 if wrong; other tokens −1",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 4, max_steps: 10 }, ({ N, max_steps }) => ({
    N: grow(N),
    max_steps: grow(max_steps),
  })),

  generate: ({ N, max_steps }, random) =>
    redrawUntil(() => {
      const weights = random.integers(TOKENS.length, 1, N);
      const program: string[] = [];
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
    const illegal = tokens.findIndex((token) => !TOKENS.includes(token));
    if (illegal !== -1) return malformed(`token ${illegal + 1} is not A#, #A, B# or #B`);
    if (tokens.length !== gold_answer.length) {
      return exact(
        false,
        `${formatCount(tokens.length, "token")} instead of ${gold_answer.length}`,
      );
    }
    const wrong = tokens.findIndex((token, index) => token !== gold_answer[index]);
    return exact(wrong === -1, `token ${wrong + 1} is not that of the final sequence`);
  },

  solve: ({ program }) => rewriteByTheRules(program).join(" "),
});

/**
 * The normal form of a growing sequence. A new left-facing token (#A) moves left past right-facing
 * ones (B#), one rewrite each, until it meets its like (A#) and both disappear, or the left-facing
 * ones. That the rules are confluent makes this the result, and the count, of any order.
 */
class NormalForm {
  readonly #leftFacing: string[] = [];
  readonly #rightFacing: string[] = [];
  stepCount = 0;

  get tokens(): string[] {
    return [...this.#leftFacing, ...this.#rightFacing];
  }

  append(token: string): void {
    if (token.endsWith("#")) {
      this.#rightFacing.push(token);
      return;
    }
    const like = this.#rightFacing.lastIndexOf(`${token[1]}#`);
    this.stepCount += this.#rightFacing.length - Math.max(like, 0);
    if (like === -1) this.#leftFacing.push(token);
    else this.#rightFacing.splice(like, 1);
  }
}

/** The rules as they are stated, at the leftmost place first. O(length) a rewrite. */
function rewriteByTheRules(program: readonly string[]): string[] {
  const tokens = [...program];
  for (;;) {
    const at = tokens.findIndex((token, i) => token.endsWith("#") && tokens[i + 1]?.[0] === "#");
    if (at === -1) return tokens;
    const [left, right] = [tokens[at], tokens[at + 1]];
    tokens.splice(at, 2, ...(left[0] === right[1] ? [] : [right, left]));
  }
}
