import type { AnswerForm } from "../answer-forms/answer-form.ts";
import { describedAs, plainText } from "../answer-forms/text.ts";
import { EXACT_WORDS, exact } from "./exact.ts";
import { invalid, invalidWords, type Verdict } from "./verdicts.ts";

/**
 * The members of an environment whose answer is one of two words, such as a winner's name, stored as
 * `reference_answer`: spread them into its definition.
 */
export interface ExactWord<Word extends string, Problem> {
  readonly reward: string;
  readonly answer: AnswerForm<string>;
  score(answer: string, instance: { reference_answer: Word }): Verdict;
  solve(problem: Problem): string;
}

/** One of two words, to the letter: 1 if right, 0 if it is the other one, −0.5 for any other text. */
export function exactWord<Word extends string, Problem>(
  words: readonly [Word, Word],
  find: (problem: Problem) => Word,
): ExactWord<Word, Problem> {
  return {
    reward: `${EXACT_WORDS}; ${invalidWords("other text")}`,
    answer: describedAs(words.join(" or "), plainText),
    score: (answer, { reference_answer }) =>
      words.some((word) => word === answer)
        ? exact(answer === reference_answer, `${answer} is wrong`)
        : invalid(`the answer is neither ${words.join(" nor ")}`),
    solve: find,
  };
}
