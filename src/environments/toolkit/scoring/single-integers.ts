import type { AnswerForm } from "../answer-forms/answer-form.ts";
import { bigInteger, integer } from "../answer-forms/integers.ts";
import { EXACT_WORDS, exactModulo, exactModuloWords, exactValue } from "./exact.ts";
import { nearnessOfCount } from "./nearness.ts";
import type { PowerConstants } from "./optima.ts";
import type { Verdict } from "./verdicts.ts";

/**
 * The members of an environment whose answer is one integer, stored as `reference_answer`: spread
 * them into its definition. `solve` computes the value from the problem, by a method of its own
 * where there is one.
 */
export interface SingleInteger<Integer, Instance, Problem> {
  readonly reward: string;
  readonly answer: AnswerForm<Integer>;
  score(answer: Integer, instance: Instance & { reference_answer: Integer }): Verdict;
  solve(problem: Problem): string;
}

/** One exact integer: 1 if right, 0 if wrong. */
export function exactInteger<Problem>(
  find: (problem: Problem) => number,
): SingleInteger<number, object, Problem> {
  return { ...exactOf(integer), solve: (problem) => String(find(problem)) };
}

/** One exact integer of any length. */
export function exactBigInteger<Problem>(
  find: (problem: Problem) => bigint,
): SingleInteger<bigint, object, Problem> {
  return { ...exactOf(bigInteger), solve: (problem) => String(find(problem)) };
}

function exactOf<Integer extends number | bigint>(form: AnswerForm<Integer>) {
  return {
    reward: EXACT_WORDS,
    answer: form,
    score: (answer: Integer, { reference_answer }: { reference_answer: Integer }) =>
      exactValue(answer, reference_answer),
  };
}

/**
 * One integer modulo a constant, or modulo the field of the instance that is named: 1 if right, 0 if
 * wrong, −0.5 outside [0, modulus).
 */
export function exactRemainder<Problem>(
  modulus: number,
  find: (problem: Problem) => number,
): SingleInteger<number, object, Problem>;
export function exactRemainder<Field extends string, Problem>(
  modulus: Field,
  find: (problem: Problem) => number,
): SingleInteger<number, Record<Field, number>, Problem>;
export function exactRemainder<Problem>(
  modulus: number | string,
  find: (problem: Problem) => number,
): SingleInteger<number, Record<string, number>, Problem> {
  return {
    reward: exactModuloWords(String(modulus)),
    answer: integer,
    score: (answer, instance) =>
      exactModulo(
        answer,
        instance.reference_answer,
        typeof modulus === "number" ? modulus : instance[modulus],
      ),
    solve: (problem) => String(find(problem)),
  };
}

/** A count paid by nearness, (min/max)^β; below `least` −1. */
export function nearInteger<Problem>(
  constants: PowerConstants & { readonly least: 0 | 1 },
  find: (problem: Problem) => number,
): SingleInteger<number, object, Problem> {
  return { ...nearOf(constants, integer), solve: (problem) => String(find(problem)) };
}

/** The same for counts of any length. */
export function nearBigInteger<Problem>(
  constants: PowerConstants & { readonly least: 0 | 1 },
  find: (problem: Problem) => bigint,
): SingleInteger<bigint, object, Problem> {
  return { ...nearOf(constants, bigInteger), solve: (problem) => String(find(problem)) };
}

function nearOf<Integer extends number | bigint>(
  constants: PowerConstants & { readonly least: 0 | 1 },
  form: AnswerForm<Integer>,
) {
  const count = nearnessOfCount(constants);
  return {
    reward: count.words,
    answer: form,
    score: (answer: Integer, { reference_answer }: { reference_answer: Integer }) =>
      count.verdict(answer, reference_answer),
  };
}
