import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const Parameters = z.object({ N: sizeFrom(1, 100_000) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, 1_000_000_000),
  reference_answer: integer,
}).check(lengths("N", "A"));

// The answer is N, about the middle of the numbers' range, in about 40 % of the problems.
export const graMinimaGame = defineEnvironment({
  id: "GraMinimaGame",
  title: "Subset minimum taking game",
  summary: "Find the final lead when players take sets of numbers and score the least of each.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 1, 2 * N);
    return { N, A, reference_answer: bestLead(A) };
  },

  prompt: ({ N, A }) =>
    `Alice and Bob play a game with ${N === 1 ? "this number" : `these ${formatCount(N, "number")}`}:
${A.join(" ")}

They move in turn, and Alice moves first. A move takes any number of the numbers that are left, at least one (equal ones count separately), and brings the player who moves as many points as the least of the numbers taken. The game ends when no number is left. Both play so that they lead by as many points as possible: each wants their own points minus those of the other player to be as large as possible.

How many points has Alice in the end, minus the points of Bob?

Answer with this number as one integer, like this: n`,

  picture: ({ A }) => barsPicture(A),

  ...exactInteger(({ A }: { A: number[] }) => bestLead(A)),
});

/**
 * It is best to take the largest numbers down to some a: with the same points, what is left to the
 * other is as small as can be. So with numbers up to a left, the lead is a minus the other's lead
 * with those before a, or what it is with fewer numbers (take all that are larger, too).
 * O(N log N).
 */
function bestLead(numbers: readonly number[]): number {
  return ascending(numbers).reduce((lead, least) => Math.max(lead, least - lead), 0);
}
