import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { allPairs } from "../toolkit/graphs/pairs.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { Random } from "../toolkit/random/random.ts";
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

const [LOSS, DRAW, WIN] = [0, 1, 2];
const RESULTS = "012";
/** What a result is worth: a loss, a draw, a win. */
const POINTS = [0, 1, 3];
/** Of the annealing: accepts a change that costs 1 with probability e^−2. */
const TEMPERATURE = 0.5;
const MOVES_BEFORE_RESTART = 20_000;

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

function scoreOf(results: readonly number[]): number {
  return sum(results.map((result) => POINTS[result]));
}

/**
 * Results with these scores, which some must have. As a decided game brings 3 points and a draw 2,
 * the number of draws is known: random games are drawn and the player of the higher score wins the
 * others; then moves that keep the number of draws are annealed, the cost being the sum of squared
 * differences. From the problem alone: the stream is fixed.
 */
function findResults(W: readonly number[]): number[][] {
  const random = new Random("RoundRobin");
  for (;;) {
    const results = anneal(W, random);
    if (results !== undefined) return results;
  }
}

function anneal(W: readonly number[], random: Random): number[][] | undefined {
  const N = W.length;
  const games = random.shuffle(allPairs(N));
  const drawCount = POINTS[WIN] * games.length - sum(W);
  const results = Array.from({ length: N }, () => new Array<number>(N).fill(LOSS));
  for (const [index, [i, j]] of games.entries()) {
    const result = index < drawCount ? DRAW : W[i] > W[j] ? WIN : LOSS;
    [results[i][j], results[j][i]] = [result, WIN - result];
  }
  const excess = results.map((row, player) => scoreOf(row) - W[player]);
  let cost = sum(excess.map((value) => value * value));

  /** Sets results of games (i, j), unless that costs too much. */
  function tryResults(changes: readonly (readonly [number, number, number])[]): void {
    const before = changes.map(([i, j]) => [i, j, results[i][j]] as const);
    const raise = setResults(changes);
    if (raise > 0 && !random.chance(Math.exp(-raise / TEMPERATURE))) setResults(before);
  }

  function setResults(changes: readonly (readonly [number, number, number])[]): number {
    const costBefore = cost;
    for (const [i, j, result] of changes) {
      for (const [player, other, its] of [
        [i, j, result],
        [j, i, WIN - result],
      ]) {
        const previous = excess[player];
        excess[player] += POINTS[its] - POINTS[results[player][other]];
        cost += excess[player] * excess[player] - previous * previous;
        results[player][other] = its;
      }
    }
    return cost - costBefore;
  }

  for (let move = 0; cost > 0; move++) {
    if (move === MOVES_BEFORE_RESTART) return undefined;
    const [i, j, k] = random.distinctIntegers(3, 0, N - 1);
    if (random.chance(0.5)) tryResults([[i, j, WIN - results[i][j]]]);
    else
      tryResults([
        [i, j, results[i][k]],
        [i, k, results[i][j]],
      ]);
  }
  return results;
}
