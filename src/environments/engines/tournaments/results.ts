import { allPairs } from "../../toolkit/graphs/pairs.ts";
import { sum } from "../../toolkit/numbers/sums.ts";
import { Random } from "../../toolkit/random/random.ts";

/** The result of a game for one player; for the other it is WIN less that. */
export const [LOSS, DRAW, WIN] = [0, 1, 2];
/** What a result is worth: a loss, a draw, a win. */
export const POINTS = [0, 1, 3];
/** Of the annealing: accepts a change that costs 1 with probability e^−2. */
const TEMPERATURE = 0.5;
const MOVES_BEFORE_RESTART = 20_000;

/** The score of a player with these results. */
export function scoreOf(results: readonly number[]): number {
  return sum(results.map((result) => POINTS[result]));
}

/**
 * Results with these scores, which some must have. As a decided game brings 3 points and a draw 2,
 * the number of draws is known: random games are drawn and the player of the higher score wins the
 * others; then moves that keep the number of draws are annealed, the cost being the sum of squared
 * differences. From the problem alone: the stream is fixed.
 */
export function findResults(W: readonly number[]): number[][] {
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
