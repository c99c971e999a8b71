import { z } from "zod";
import { type Claims, claims, toSentence } from "../engines/knights-and-knaves/claims.ts";
import { randomStatement } from "../engines/knights-and-knaves/random-statement.ts";
import { isSolution, solutions } from "../engines/knights-and-knaves/solutions.ts";
import {
  peopleIn,
  ROLES,
  type Role,
  type Statement,
  statementsOf,
  toWords,
} from "../engines/knights-and-knaves/statements.ts";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** First names; none ends in another one. */
const NAMES =
  `Adam Alice Anton Beatrice Boris Carmen Cedric Clara Dalia Dmitri Edgar Elif Emil Fatima Felix
  Flora Gideon Greta Hassan Heidi Hugo Ingrid Jamal Jonas Judith Kenji Klaus Leila Lorenzo Magnus
  Marta Nadia Nikolai Olga Oscar Pablo Petra Quentin Rafael Rosa Samir Simone Sven Tamara Ursula
  Viktor Wanda Xavier Yasmin Yusuf Zelda`.split(/\s+/);
const MAX_DEPTH = 3;

const rolesRight = matching({ beta: 10, unit: "roles right" });

const Parameters = z
  .object({
    N: sizeFrom(2, NAMES.length),
    depth_constraint: sizeFrom(2, MAX_DEPTH),
    width_constraint: z.int().min(2),
  })
  .check(
    holds(
      "width_constraint",
      ({ N, width_constraint }) => width_constraint <= 2 * N - 1,
      "must be at most 2N − 1: there are no more different simple statements",
    ),
  );
const Instance = instanceOf(Parameters, {
  names: z.array(z.string().regex(/^\w+$/)),
  // Instances recorded elsewhere lack both: they can be scored, but neither asked nor solved.
  statements: z.array(statementsOf(MAX_DEPTH)).optional(),
  quiz: z.string().optional(),
  reference_answer: z.string(),
  gold_answer: z.record(z.string(), z.enum(ROLES)),
}).check(
  lengths("N", "names"),
  distinct("names"),
  holds(
    "gold_answer",
    ({ N, names, gold_answer }) =>
      Object.keys(gold_answer).length === N &&
      names.every((name) => Object.hasOwn(gold_answer, name)),
    "must give the role of each of the names, and of nobody else",
  ),
  holds(
    "statements",
    ({ N, names, statements, gold_answer }) =>
      statements === undefined ||
      (statements.length === N &&
        statements.flatMap(peopleIn).every((person) => person < N) &&
        isSolution(
          names.map((name) => gold_answer[name]),
          statements,
        )),
    "must be N, about people from 0 to N − 1, true for exactly the knights of gold_answer",
  ),
  holds(
    "reference_answer",
    ({ reference_answer, ...problem }) => {
      const stated = claims.parse(reference_answer);
      return stated !== null && verdict(stated, problem).reward === 1;
    },
    "must state the roles of gold_answer",
  ),
);

export const knightsAndKnaves = defineEnvironment({
  id: "KnightsAndKnaves",
  title: "Knights and knaves",
  summary: "From statements of truthful knights and lying knaves, find out who is which.",
  reward: `${rolesRight.words}; ${malformedWords("a role missing or named too often")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3, depth_constraint: 2, width_constraint: 2 }, (parameters) => ({
    ...parameters,
    N: parameters.N + 1,
  })),

  generate({ N, depth_constraint, width_constraint }, random) {
    const names = random.sample(NAMES, N);
    const { statements, roles } = redrawUntil(() => {
      const statements = names.map((_, speaker) =>
        randomStatement(speaker, depth_constraint, { N, width_constraint }, random),
      );
      const [roles, ...others] = solutions(statements, 2);
      return roles === undefined || others.length > 0 ? undefined : { statements, roles };
    });
    return {
      N,
      depth_constraint,
      width_constraint,
      names,
      statements,
      quiz: toQuiz(names, statements),
      reference_answer: toSentence(names, roles),
      gold_answer: Object.fromEntries(names.map((name, person) => [name, roles[person]])),
    };
  },

  prompt: ({ names, statements }) =>
    statements === undefined
      ? ""
      : `${toQuiz(names, statements)}

Who is a knight, and who is a knave? There is exactly one solution.

Answer with one sentence that gives each person's role and contains the words "knight" and "knave" nowhere else, in this form (here with three other people): Xena is a knight, Yoda is a knave, and Zorro is a knight.`,

  answer: claims,

  score: verdict,

  solve: ({ names, statements }) =>
    statements === undefined ? "" : toSentence(names, solutions(statements, 1)[0]),
});

function verdict(
  { roleCount, roles }: Claims,
  {
    N,
    names,
    gold_answer,
  }: { N: number; names: readonly string[]; gold_answer: Readonly<Record<string, Role>> },
): Verdict {
  if (roleCount !== N) {
    return malformed(`"knight" and "knave" occur ${roleCount} times instead of ${N}`);
  }
  const stated = names.map((name) => roles.get(name.toLowerCase()));
  const missing = stated.indexOf(undefined);
  if (missing !== -1) return malformed(`the role of person ${missing + 1} is not given`);
  const right = names.filter((name, person) => stated[person] === gold_answer[name]).length;
  return rolesRight.verdict(right, N);
}

/** The situation: the people's nature, their statements, and how these are to be understood. */
function toQuiz(names: readonly string[], statements: readonly Statement[]): string {
  return `On an island, everybody is either a knight or a knave. Whatever a knight says is true, and whatever a knave says is false. Here are ${names.length} people of the island, each with a statement:
${formatLines(statements, (statement, speaker) => `${names[speaker]}: ${toWords(statement, names)}`)}

A statement with "or" is true when at least one of its parts is true. "If A, then B" is false only when A is true and B is false. "A if and only if B" is true when A and B are both true and when both are false.`;
}
