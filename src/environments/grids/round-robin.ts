import { z } from "zod";
import { DRAW, findResults, LOSS, POINTS, scoreOf, WIN } from "../engines/tournaments/results.ts";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { allPairs } from "../toolkit/graphs/pairs.ts";
import { counting } from "../toolkit/levels.ts";
import { blankRows, gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGrid, placeholderCells } from "../toolkit/text/grids.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const RESULTS = "012";
const players = matching({ beta: 5, unit: "players have the required score" });

const Parameters = z.object({ N: sizeFrom(3, 100) });
const Instance = instanceOf(Parameters, {
  W: integersFrom(0),
  reference_answer: z.string(),
}).check(
  lengths("N", "W"),
  holds(
    "reference_answer",
    (instance) => verdict(lines.parse(instance.reference_answer) ?? [], instance).reward === 1,
    "must be a tournament with these scores",
  ),
);

// At level 0 there are 27 tournaments.
export const roundRobin = defineEnvironment({
  id: "RoundRobin",
  title: "Round-robin from scores",
  summary: "Construct the results of a tournament of all against all with given final scores.",
  reward: `${players.words}; ${invalidWords("no tournament")}, ${malformedWords("wrong layout")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const drawRate = random.unit();
    const results = Array.from({ length: N }, () => new Array<number>(N).fill(LOSS));
    for (const [i, j] of allPairs(N)) {
      const result = random.chance(drawRate) ? DRAW : random.choice([WIN, LOSS]);
      [results[i][j], results[j][i]] = [result, WIN - result];
    }
    return {
      N,
      W: results.map(scoreOf),
      reference_answer: formatGrid(results.map((row) => row.join(""))),
    };
  },

  prompt: ({ N, W }) =>
    `In a tournament of ${N} players, numbered from 0 to ${N - 1}, any two of them played exactly one game against each other. A win brought ${POINTS[WIN]} points, a draw ${POINTS[DRAW]} and a loss ${POINTS[LOSS]}. The final scores W of the players are:
${formatIndexed("W", W)}

Find results that give every player this score, as a matrix of ${N} rows and ${N} columns: the entry in row i and column j is ${WIN} if player i won against player j, ${DRAW} if they drew, and ${LOSS} if player i lost. The entry in row i and column i is ${LOSS}, and of the two entries for a game, one is ${WIN} and the other ${LOSS}, or both are ${DRAW}.

Answer with the ${N} rows of the matrix, one a line, each with ${N} digits without separators, like this:
${placeholderCells(N, N)}`,

  answer: describedAs("lines of the digits 0, 1 and 2", lines),

  score: verdict,

  picture: ({ N, W }, filled) =>
    gridPicture(blankRows(N, N), { clues: { ...lineNumbers(N, N), right: W }, filled }),

  solve: ({ W }) => formatRows(findResults(W)).replaceAll(" ", ""),
});

function verdict(rows: readonly string[], { N, W }: { N: number; W: readonly number[] }): Verdict {
  const fault = findShapeFault(rows, N, N) ?? findAlphabetFault(rows.join(""), RESULTS);
  if (fault !== undefined) return malformed(fault);
  const results = rows.map((row) => Array.from(row, Number));
  for (let i = 0; i < N; i++) {
    if (results[i][i] !== LOSS) return invalid(`player ${i} has a result against itself`);
    for (let j = 0; j < i; j++) {
      if (results[i][j] + results[j][i] === WIN) continue;
      return invalid(`the two results of players ${j} and ${i} do not fit together`);
    }
  }
  return players.verdict(countAgreements(results.map(scoreOf), W), N);
}
