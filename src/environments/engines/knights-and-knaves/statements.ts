import { z } from "zod";

export const ROLES = ["knight", "knave"] as const;
export type Role = (typeof ROLES)[number];

/** What a person says; people are numbered from 0. */
export type Statement =
  | [Role, number]
  | ["not", Statement]
  | ["and" | "or" | "implies" | "iff", Statement, Statement, ...Statement[]];

/** Statements at most `depth` deep: no recursion over one from outside overflows the stack. */
export function statementsOf(depth: number): z.ZodType<Statement> {
  const simple = z.tuple([z.enum(ROLES), z.int().min(0)]);
  if (depth === 1) return simple;
  const part = statementsOf(depth - 1);
  return z.union([
    simple,
    z.tuple([z.literal("not"), part]),
    z.tuple([z.enum(["and", "or"]), part, part], part),
    z.tuple([z.enum(["implies", "iff"]), part, part]),
  ]);
}

/** True, false or undecided by the roles that are known (Kleene's three-valued logic). */
export type Truth = boolean | undefined;

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

function negation(a: Truth): Truth {
  return a === undefined ? undefined : !a;
}

function disjunction(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}

/** Whether a statement is true, as far as the roles that are known decide it. */
export function truthOf(statement: Statement, roles: readonly (Role | undefined)[]): Truth {
  if (isSimple(statement)) {
    const [role, person] = statement;
    return roles[person] === undefined ? undefined : roles[person] === role;
  }
  const [connective, ...parts] = statement;
  return CONNECTIVES[connective].truth(parts.map((part) => truthOf(part, roles)));
}

/** A statement in English; parts that have parts themselves stand in parentheses. */
export function toWords(statement: Statement, names: readonly string[]): string {
  if (isSimple(statement)) return `${names[statement[1]]} is a ${statement[0]}`;
  const [connective, ...parts] = statement;
  const words = parts.map((part) => toWords(part, names));
  return CONNECTIVES[connective].words(
    words.map((part, index) => (isSimple(parts[index]) ? part : `(${part})`)),
  );
}

/** The people that a statement is about, each as often as it is named. */
export function peopleIn(statement: Statement): number[] {
  if (isSimple(statement)) return [statement[1]];
  const [, ...parts] = statement;
  return parts.flatMap(peopleIn);
}

function isSimple(statement: Statement): statement is [Role, number] {
  return statement[0] === "knight" || statement[0] === "knave";
}
