/** A variable, numbered from 0, or (`isPositive` false) its negation. */
export type Literal = readonly [variable: number, isPositive: boolean];

/**
 * Values of the variables that make one of the two literals of every clause true; undefined if there
 * are none. Each open variable is set to false, else to true, with all that follows: once this leads
 * to no contradiction it never has to be taken back (Even, Itai and Shamir 1976). O(variables ·
 * clauses), mostly linear.
 */
export function solveTwoSat(
  variableCount: number,
  clauses: readonly (readonly [Literal, Literal])[],
): boolean[] | undefined {
  // A literal is coded as 2 · variable + isPositive: ^ 1 negates it.
  const implied: number[][] = Array.from({ length: 2 * variableCount }, () => []);
  for (const [first, second] of clauses) {
    const [a, b] = [toCode(first), toCode(second)];
    implied[a ^ 1].push(b);
    implied[b ^ 1].push(a);
  }
  const isTrue = new Uint8Array(2 * variableCount);

  /** Makes a literal true with all it implies; false, and nothing changed, if that contradicts. */
  const assume = (literal: number): boolean => {
    const consequences = [literal];
    isTrue[literal] = 1;
    for (const cause of consequences) {
      for (const effect of implied[cause]) {
        if (isTrue[effect ^ 1] === 1) {
          for (const taken of consequences) isTrue[taken] = 0;
          return false;
        }
        if (isTrue[effect] === 1) continue;
        isTrue[effect] = 1;
        consequences.push(effect);
      }
    }
    return true;
  };

  for (let literal = 0; literal < isTrue.length; literal += 2) {
    const isOpen = isTrue[literal] === 0 && isTrue[literal ^ 1] === 0;
    if (isOpen && !assume(literal) && !assume(literal ^ 1)) return undefined;
  }
  return Array.from({ length: variableCount }, (_, variable) => isTrue[2 * variable + 1] === 1);
}

function toCode([variable, isPositive]: Literal): number {
  return 2 * variable + (isPositive ? 1 : 0);
}
