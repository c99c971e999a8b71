import type { AnswerForm } from "../answer-forms/answer-form.ts";
import type { Verdict } from "../scoring/verdicts.ts";
import { type Check, type Having, holds } from "./instances.ts";

/** Checks that the text of the field is an answer of the form that earns full reward. */
export function rewarded<Field extends string, Answer, Instance extends Having<Field, string>>(
  field: Field & keyof Instance,
  form: AnswerForm<Answer>,
  score: (answer: Answer, instance: Instance) => Verdict,
  message: string,
): Check<Instance> {
  return holds(
    field,
    (instance: Instance) => {
      const answer = form.parse(instance[field]);
      return answer !== null && score(answer, instance).reward === 1;
    },
    message,
  );
}
