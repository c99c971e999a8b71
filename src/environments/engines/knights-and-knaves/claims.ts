import { type AnswerForm, splitTokens } from "../../toolkit/answer-forms/answer-form.ts";
import { sum } from "../../toolkit/numbers/sums.ts";
import { ROLES, type Role } from "./statements.ts";

/** What an answer says: how often it names a role, and the role it gives first for each name. */
export interface Claims {
  readonly roleCount: number;
  /** By names in lower case. */
  readonly roles: ReadonlyMap<string, Role>;
}

/** Whatever is not a letter, digit or underscore: a name is found as a whole word only. */
const NOT_WORD = /[^\p{L}\p{N}_]/u;

/**
 * Reads NAME, "is", "a" and a role wherever they stand in a row; letter case does not matter, nor
 * do the asterisks of bold text. Never malformed by itself.
 */
export const claims: AnswerForm<Claims> = {
  description: 'a sentence of "NAME is a knight" and "NAME is a knave"',
  parse(text) {
    const plain = text.toLowerCase().replaceAll("*", "");
    const tokens = splitTokens(plain);
    const roles = new Map<string, Role>();
    for (let at = 3; at < tokens.length; at++) {
      const role = ROLES.find((word) => tokens[at].startsWith(word));
      if (role === undefined || tokens[at - 1] !== "a" || tokens[at - 2] !== "is") continue;
      const name = tokens[at - 3].split(NOT_WORD).at(-1);
      if (name !== undefined && !roles.has(name)) roles.set(name, role);
    }
    const roleCount = sum(ROLES.map((role) => plain.split(role).length - 1));
    return { roleCount, roles };
  },
};

/** "Ada is a knight, Bo is a knave, and Cy is a knight." */
export function toSentence(names: readonly string[], roles: readonly Role[]): string {
  const clauses = names.map((name, person) => `${name} is a ${roles[person]}`);
  return `${clauses.slice(0, -1).join(", ")}, and ${clauses[clauses.length - 1]}.`;
}
