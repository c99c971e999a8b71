import type { JsonObject } from "../../environments/environment.ts";
import { Random } from "../../environments/toolkit/random/random.ts";
import type { Problem } from "../problem.ts";
import type { AnsweredProblem } from "./level-sample.ts";
import { partsOf, randomAnswer } from "./random-answer.ts";

/** A way to answer without solving: an answer text, or none, for each of the problems, in order. */
export interface LazyPolicy {
  readonly name: string;
  readonly answers: readonly (string | null)[];
}

/** Lists that are longer are no data to be echoed in a lazy moment. */
const LONGEST_ECHO = 100_000;

/**
 * The policies that a problem worth learning from does not reward: nothing, the commonest answer, an
 * echo of a field of the data, a random answer of the right form.
 */
export function lazyPolicies(solved: readonly AnsweredProblem[]): LazyPolicy[] {
  const common = commonestAnswer(solved);
  const parts = partsOf(solved.map(({ answer }) => answer));
  const models = answersOfOthers(solved);
  const random = new Random("random answers");
  return [
    { name: "empty", answers: solved.map(() => "") },
    { name: "commonest", answers: solved.map(() => common.text) },
    ...echoes(solved.map(({ problem }) => problem)),
    { name: "random", answers: models.map((model) => randomAnswer(model, parts, random)) },
  ];
}

/** The answer that solves most problems, and the share of these; "" and 0 of none. */
export function commonestAnswer(solved: readonly AnsweredProblem[]): {
  text: string;
  share: number;
} {
  const counts = new Map<string, number>();
  for (const { answer } of solved) {
    const text = answer.trim();
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  let common = { text: "", share: 0 };
  for (const [text, count] of counts) {
    if (count > common.share * solved.length) common = { text, share: count / solved.length };
  }
  return common;
}

/**
 * For each problem the answer to another one with the same parameters, whose form says nothing of
 * its own answer (such as how many items are best); its own where there is no other.
 */
function answersOfOthers(solved: readonly AnsweredProblem[]): string[] {
  const keyOf = ({ problem }: AnsweredProblem) => String(Object.values(problem.parameters));
  // The first problem of some parameters gets the last one's answer, each further the one before.
  const previous = new Map(solved.map((one) => [keyOf(one), one.answer]));
  return solved.map((one) => {
    const model = previous.get(keyOf(one)) ?? one.answer;
    previous.set(keyOf(one), one.answer);
    return model;
  });
}

/** For each field that the prompt shows and that can be written as an answer, a policy that does. */
function echoes(problems: readonly Problem[]): LazyPolicy[] {
  const visible = problems.map(({ environment, instance }) => environment.withoutAnswer(instance));
  const { unshown } = problems[0].environment;
  return Object.keys(visible[0])
    .filter((field) => !unshown.includes(field))
    .map((field) => ({
      name: `echo ${field}`,
      answers: visible.map((data) => formatField(data, field)),
    }));
}

/** A field as a list or rows of values would be answered. */
function formatField(data: JsonObject, field: string): string {
  const value = data[field];
  if (!Array.isArray(value)) return String(value);
  const hasRows = value.some((row) => Array.isArray(row));
  const text = hasRows
    ? value.map((row) => (Array.isArray(row) ? row.flat(3).join(" ") : String(row))).join("\n")
    : value.join(" ");
  return text.slice(0, LONGEST_ECHO);
}
