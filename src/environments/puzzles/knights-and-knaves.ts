import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { splitTokens } from "../toolkit/answer-forms/answer-form.ts";
import { recurrence } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { fraction, malformed } from "../toolkit/verdicts.ts";

/** First names; none ends in another one. */
const NAMES =
  `Adam Alice Anton Beatrice Boris Carmen Cedric Clara Dalia Dmitri Edgar Elif Emil Fatima Felix
  Flora Gideon Greta Hassan Heidi Hugo Ingrid Jamal Jonas Judith Kenji Klaus Leila Lorenzo Magnus
  Marta Nadia Nikolai Olga Oscar Pablo Petra Quentin Rafael Rosa Samir Simone Sven Tamara Ursula
  Viktor Wanda Xavier Yasmin Yusuf Zelda`.split(/\s+/);
const MAX_DEPTH = 3;
const BETA = 10;

const ROLES = ["knight", "knave"] as const;
type Role = (typeof ROLES)[number];

/** What a person says; people are indices of `names`. */
type Statement =
  | [Role, number]
  | ["not", Statement]
  | ["and" | "or", Statement, Statement, ...Statement[]]
  | ["implies" | "iff", Statement, Statement];

/** Statements nested as deep as given, not deeper: the stack is safe from what comes from outside. */
function statements(depth: number): z.ZodType<Statement> {
  const simple = z.tuple([z.enum(ROLES), z.int().min(0).lt(NAMES.length)]);
  if (depth === 1) return simple;
  const part = statements(depth - 1);
  return z.union([
    simple,
    z.tuple([z.literal("not"), part]),
    z.tuple([z.enum(["and", "or"]), part, part], part),
    z.tuple([z.enum(["implies", "iff"]), part, part]),
  ]);
}

const Parameters = z
  .object({
    N: z.int().min(2).max(NAMES.length),
    depth_constraint: z.int().min(2).max(MAX_DEPTH),
    width_constraint: z.int().min(2),
  })
  .refine(({ N, width_constraint }) => width_constraint <= 2 * N - 1, {
    message: "width_constraint must be at most 2N − 1: there are no more different simple statements",
  });
const Instance = z.object({
  ...Parameters.shape,
  names: z.array(z.string()),
  // Instances recorded elsewhere lack both: they can be scored, but neither asked nor solved.
  statements: z.array(statements(MAX_DEPTH)).optional(),
  quiz: z.string().optional(),
  reference_answer: z.string(),
  gold_answer: z.record(z.string(), z.enum(ROLES)),
});

export const knightsAndKnaves = defineEnvironment({
  id: "KnightsAndKnaves",
  title: "Knights and knaves",
  summary: "From statements of truthful knights and lying knaves, find out who is which.",
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
        drawStatement(speaker, depth_constraint, { N, width: width_constraint }, random),
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

  answer: { description: 'a sentence of "NAME is a knight" and "NAME is a knave"', parse: readRoles },

  score({ wordCount, roles }, { N, names, gold_answer }) {
    if (wordCount !== N) {
      return malformed(`"knight" and "knave" occur ${wordCount} times instead of ${N}`);
    }
    const stated = names.map((name) => roles.get(name.toLowerCase()));
    const missing = stated.indexOf(undefined);
    if (missing !== -1) return malformed(`the role of person ${missing + 1} is not given`);
    const right = names.filter((name, person) => stated[person] === gold_answer[name]).length;
    return fraction(right, N, BETA, "roles right");
  },

  solve: ({ names, statements = [] }) => toSentence(names, solutions(statements, 1)[0]),
});

/** A statement of person `speaker`, nested at most `depth` deep, of at most `width` parts each. */
function drawStatement(
  speaker: number,
  depth: number,
  { N, width }: { N: number; width: number },
  random: Random,
): Statement {
  const kind = depth === 1 ? 0 : random.integer(0, 5);
  if (kind === 0) {
    // Nobody says to be a knave: of the 2N simple statements, that one is left out.
    const index = random.integer(0, 2 * N - 2);
    if (index < N) return ["knight", index];
    return ["knave", index - N < speaker ? index - N : index - N + 1];
  }
  const drawParts = (count: number): Statement[] => {
    const parts = new Map<string, Statement>();
    while (parts.size < count) {
      const part = drawStatement(speaker, depth - 1, { N, width }, random);
      parts.set(JSON.stringify(part), part);
    }
    return [...parts.values()];
  };
  if (kind === 1) return ["not", ...]
}
