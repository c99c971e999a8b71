import { peopleIn, ROLES, type Role, type Statement, truthOf } from "./statements.ts";

/**
 * The role assignments, at most `limit`, in which exactly the knights' statements are true.
 * Backtracking: a statement that the roles chosen so far decide fixes its speaker's role or refutes
 * the choice; people of whom most is said are chosen first. Exponential in the worst case, but on
 * drawn statements about 10 choices for 23 people and 30 to 100 for 51.
 */
export function solutions(statements: readonly Statement[], limit: number): Role[][] {
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

/** Whether the statements of the knights are true and those of the knaves false. */
export function isSolution(roles: readonly Role[], statements: readonly Statement[]): boolean {
  return statements.every((statement, speaker) => {
    return truthOf(statement, roles) === (roles[speaker] === "knight");
  });
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
