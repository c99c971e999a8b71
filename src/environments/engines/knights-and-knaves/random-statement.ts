import type { Random } from "../../toolkit/random/random.ts";
import type { Statement } from "./statements.ts";

/** What statements are drawn for: so many people, and so many parts of "and" and "or" at most. */
interface StatementSizes {
  readonly N: number;
  readonly width_constraint: number;
}

/** A statement of person `speaker`, at most `depth` deep. */
export function randomStatement(
  speaker: number,
  depth: number,
  sizes: StatementSizes,
  random: Random,
): Statement {
  const drawPart = () => randomStatement(speaker, depth - 1, sizes, random);
  switch (depth === 1 ? 0 : random.integer(0, 5)) {
    case 0:
      return randomSimpleStatement(speaker, sizes.N, random);
    case 1:
      return ["not", drawPart()];
    case 2:
      return ["and", ...drawDifferent(random.integer(2, sizes.width_constraint), drawPart)];
    case 3:
      return ["or", ...drawDifferent(random.integer(2, sizes.width_constraint), drawPart)];
    case 4:
      return ["implies", ...drawDifferent(2, drawPart)];
    default:
      return ["iff", ...drawDifferent(2, drawPart)];
  }
}

/** One of the 2N − 1 simple statements: nobody can say to be a knave. */
function randomSimpleStatement(speaker: number, N: number, random: Random): Statement {
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
