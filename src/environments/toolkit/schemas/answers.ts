import type { AnswerForm } from "../answer-forms/answer-form.ts";
import type { Verdict } from "../scoring/verdicts.ts";
import { type Check, type Having, holds } from "./instances.ts";

/** Checks that the text of the field is an answer of the form that earns full reward. */
export function rewarded<Field extends string, Answer, Problem extends object>(
  field: Field,
  form: AnswerForm<Answer>,
  score: (answer: Answer, problem: Problem) => Verdict,
  message: string,
): Check<Problem & Having<Field, string>> {
  return holds(
    field,
    (instance: Problem & Having<Field, string>) => {
      const answer = form.parse(instance[field]);
      return answer !== null && score(answer, instance).reward === 1;
    },
    message,
  );
}
