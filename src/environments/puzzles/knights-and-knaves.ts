import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { splitTokens } from "../toolkit/answer-forms/answer-form.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";

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
  | ["and" | "or" | "implies" | "iff", Statement, Statement, ...Statement[]];

/** Statements at most `depth` deep: no recursion over one from outside overflows the stack. */
function statementsOf(depth: number): z.ZodType<Statement> {
  const simple = z.tuple([z.enum(ROLES), z.int().min(0).lt(NAMES.length)]);
  if (depth === 1) return simple;
  const part = statementsOf(depth - 1);
  return z.union([
    simple,
    z.tuple([z.literal("not"), part]),
    z.tuple([z.enum(["and", "or"]), part, part], part),
    z.tuple([z.enum(["implies", "iff"]), part, part]),
  ]);
}

const Parameters = z
  .object({
    N: z
      .int()
      .min(2)
      .max(NAMES.length, `N must be at most ${NAMES.length}, as many as there are names`),
    depth_constraint: z.int().min(2).max(MAX_DEPTH),
    width_constraint: z.int().min(2),
  })
  .refine(({ N, width_constraint }) => width_constraint <= 2 * N - 1, {
    message:
      "width_constraint must be at most 2N − 1: there are no more different simple statements",
  });
const Instance = z.object({
  ...Parameters.shape,
  names: z.array(z.string().regex(/^\w+$/)),
  // Instances recorded elsewhere lack both: they can be scored, but neither asked nor solved.
  statements: z.array(statementsOf(MAX_DEPTH)).optional(),
  quiz: z.string().optional(),
  reference_answer: z.string(),
  gold_answer: z.record(z.string(), z.enum(ROLES)),
});

export const knightsAndKnaves = defineEnvironment({
  id: "KnightsAndKnaves",
  title: "Knights and knaves",
  summary: "From statements of truthful knights and lying knaves, find out who is which.",
  reward: "(matched/all)^10; a role missing or named too often −1",
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
        drawStatement(speaker, depth_constraint, { N, width_constraint }, random),
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

  answer: {
    description: 'a sentence of "NAME is a knight" and "NAME is a knave"',
    parse: readClaims,
  },

  score({ roleCount, roles }, { N, names, gold_answer }) {
    if (roleCount !== N) {
      return malformed(`"knight" and "knave" occur ${roleCount} times instead of ${N}`);
    }
    const stated = names.map((name) => roles.get(name.toLowerCase()));
    const missing = stated.indexOf(undefined);
    if (missing !== -1) return malformed(`the role of person ${missing + 1} is not given`);
    const right = names.filter((name, person) => stated[person] === gold_answer[name]).length;
    return fraction(right, N, BETA, "roles right");
  },

  solve: ({ names, statements = [] }) => toSentence(names, solutions(statements, 1)[0]),
});

/** A statement of person `speaker`, at most `depth` deep. */
function drawStatement(
  speaker: number,
  depth: number,
  { N, width_constraint }: { N: number; width_constraint: number },
  random: Random,
): Statement {
  const drawPart = () => drawStatement(speaker, depth - 1, { N, width_constraint }, random);
  switch (depth === 1 ? 0 : random.integer(0, 5)) {
    case 0:
      return drawSimpleStatement(speaker, N, random);
    case 1:
      return ["not", drawPart()];
    case 2:
      return ["and", ...drawDifferent(random.integer(2, width_constraint), drawPart)];
    case 3:
      return ["or", ...drawDifferent(random.integer(2, width_constraint), drawPart)];
    case 4:
      return ["implies", ...drawDifferent(2, drawPart)];
    default:
      return ["iff", ...drawDifferent(2, drawPart)];
  }
}

/** One of the 2N − 1 simple statements: nobody can say to be a knave. */
function drawSimpleStatement(speaker: number, N: number, random: Random): Statement {
  const index = random.integer(0, 2 * N - 2);
  if (index < N) return ["knight", index];
  return ["knave", index - N < speaker ? index - N : index - N + 1];
}

/** At least two different statements. */
function drawDifferent(
  count: number,
  draw: () => Statement,
): [Statement, Statement, ...Statement[]] {
  const drawn = new Map<string, Statement>();
  while (drawn.size < count) {
    const statement = draw();
    drawn.set(JSON.stringify(statement), statement);
  }
  const [first, second, ...others] = drawn.values();
  return [first, second, ...others];
}

/**
 * The role assignments, at most `limit`, in which exactly the knights' statements are true.
 * Backtracking: a statement that the roles chosen so far decide fixes its speaker's role or refutes
 * the choice; people of whom most is said are chosen first. Exponential in the worst case, but on
 * drawn statements about 10 choices for 23 people and 30 to 100 for 51.
 */
function solutions(statements: readonly Statement[], limit: number): Role[][] {
  const mentions = statements.map(() => 0);
  for (const person of statements.flatMap(peopleIn)) mentions[person]++;
  const byMentions = mentions.map((_, person) => person);
  byMentions.sort((a, b) => mentions[b] - mentions[a]);

  const found: Role[][] = [];
  function search(roles: (Role | undefined)[]): void {
    if (!settle(roles, statements)) return;
    const open = byMentions.find((person) => roles[person] === undefined);
    if (open === undefined) found.push(roles.filter((role) => role !== undefined));
    else for (const role of ROLES) if (found.length < limit) search(roles.with(open, role));
  }
  search(statements.map(() => undefined));
  return found;
}

/** Fills in the roles that decided statements fix, until none is left; false if two conflict. */
function settle(roles: (Role | undefined)[], statements: readonly Statement[]): boolean {
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const [speaker, statement] of statements.entries()) {
      const truth = truthOf(statement, roles);
      if (truth === undefined) continue;
      const role = truth ? "knight" : "knave";
      if (roles[speaker] === undefined) isSettled = false;
      else if (roles[speaker] !== role) return false;
      roles[speaker] = role;
    }
  }
  return true;
}

/** True, false or undecided by the roles that are known (Kleene's three-valued logic). */
type Truth = boolean | undefined;

const negation = (a: Truth): Truth => (a === undefined ? undefined : !a);
const disjunction = (parts: readonly Truth[]): Truth =>
  parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;

/** What a statement made of parts means, and how it is said. */
const CONNECTIVES = {
  not: {
    truth: ([a]: Truth[]) => negation(a),
    words: ([a]: string[]) => `it is not true that ${a}`,
  },
  and: {
    truth: (parts: Truth[]) => negation(disjunction(parts.map(negation))),
    words: (parts: string[]) => parts.join(" and "),
  },
  or: {
    truth: disjunction,
    words: (parts: string[]) => parts.join(" or "),
  },
  implies: {
    truth: ([a, b]: Truth[]) => disjunction([negation(a), b]),
    words: ([a, b]: string[]) => `if ${a}, then ${b}`,
  },
  iff: {
    truth: ([a, b]: Truth[]) => (a === undefined || b === undefined ? undefined : a === b),
    words: ([a, b]: string[]) => `${a} if and only if ${b}`,
  },
};

function truthOf(statement: Statement, roles: readonly (Role | undefined)[]): Truth {
  if (isSimple(statement)) {
    const [role, person] = statement;
    return roles[person] === undefined ? undefined : roles[person] === role;
  }
  const [connective, ...parts] = statement;
  return CONNECTIVES[connective].truth(parts.map((part) => truthOf(part, roles)));
}

/** A statement in English; parts that have parts themselves stand in parentheses. */
function toWords(statement: Statement, names: readonly string[]): string {
  if (isSimple(statement)) return `${names[statement[1]]} is a ${statement[0]}`;
  const [connective, ...parts] = statement;
  const words = parts.map((part) => toWords(part, names));
  return CONNECTIVES[connective].words(
    words.map((part, index) => (isSimple(parts[index]) ? part : `(${part})`)),
  );
}

function isSimple(statement: Statement): statement is [Role, number] {
  return statement[0] === "knight" || statement[0] === "knave";
}

function peopleIn(statement: Statement): number[] {
  if (isSimple(statement)) return [statement[1]];
  const [, ...parts] = statement;
  return parts.flatMap(peopleIn);
}

/** The situation: the people's nature, their statements, and how these are to be understood. */
function toQuiz(names: readonly string[], statements: readonly Statement[]): string {
  return `On an island, everybody is either a knight or a knave. Whatever a knight says is true, and whatever a knave says is false. Here are ${names.length} people of the island, each with a statement:
${formatLines(statements, (statement, speaker) => `${names[speaker]}: ${toWords(statement, names)}`)}

A statement with "or" is true when at least one of its parts is true. "If A, then B" is false only when A is true and B is false. "A if and only if B" is true when A and B are both true and when both are false.`;
}

/** "Ada is a knight, Bo is a knave, and Cy is a knight." */
function toSentence(names: readonly string[], roles: readonly Role[]): string {
  const clauses = names.map((name, person) => `${name} is a ${roles[person]}`);
  return `${clauses.slice(0, -1).join(", ")}, and ${clauses[clauses.length - 1]}.`;
}

/** What an answer says: how often it names a role, and the role it gives first for each name. */
interface Claims {
  readonly roleCount: number;
  /** By names in lower case. */
  readonly roles: ReadonlyMap<string, Role>;
}

/** Whatever is not a letter, digit or underscore: a name is found as a whole word only. */
const NOT_WORD = /[^\p{L}\p{N}_]/u;

/** Reads NAME, "is", "a" and a role wherever they stand in a row; letter case does not matter. */
function readClaims(text: string): Claims {
  const lowerCase = text.toLowerCase();
  const tokens = splitTokens(lowerCase);
  const roles = new Map<string, Role>();
  for (let at = 3; at < tokens.length; at++) {
    const role = ROLES.find((word) => tokens[at].startsWith(word));
    if (role === undefined || tokens[at - 1] !== "a" || tokens[at - 2] !== "is") continue;
    const name = tokens[at - 3].split(NOT_WORD).at(-1);
    if (name !== undefined && !roles.has(name)) roles.set(name, role);
  }
  const roleCount = sum(ROLES.map((role) => lowerCase.split(role).length - 1));
  return { roleCount, roles };
}
