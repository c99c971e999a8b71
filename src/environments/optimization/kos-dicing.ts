import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { FlowNetwork } from "../toolkit/graphs/max-flow.ts";
import { growing } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerPairsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** The rounds of a level are so many times as many as the players: 1.0, 1.1, …, 2.0. */
const FACTORS = Array.from({ length: 11 }, (_, index) => (10 + index) / 10);
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST = 2_000;

const Parameters = z.object({ N: sizeFrom(2, LARGEST), M: sizeFrom(1, LARGEST) });
const Instance = instanceOf(Parameters, {
  rounds: integerPairsFrom(0),
  K: integerFrom(1, LARGEST),
  reference_answer: z.string(),
}).check(
  lengths("M", "rounds"),
  within("rounds", 0, ({ N }) => N - 1),
  holds("rounds", ({ rounds }) => rounds.every(([a, b]) => a !== b), "must have two players each"),
  holds(
    "K",
    ({ N, rounds, K }) => winsOf(rounds.flat(), N).some((played) => played >= K),
    "must be at most the rounds that some player plays",
  ),
);

type Rounds = readonly (readonly [number, number])[];

export const kosDicing = defineEnvironment({
  id: "KosDicing",
  title: "Results with a given maximum of wins",
  summary: "Choose the winner of each round so that the most wins of any player are exactly K.",
  reward: `${EXACT_WORDS}; ${invalidWords("wrong length, or a winner who does not play")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }, ({ N }) => FACTORS.map((factor) => ({ N, M: Math.trunc(factor * N) }))),

  generate({ N, M }, random) {
    const rounds = Array.from({ length: M }, (): [number, number] => {
      const [first, second] = random.distinctIntegers(2, 0, N - 1);
      return [first, second];
    });
    const winners = rounds.map((players) => random.choice(players));
    const K = Math.max(...winsOf(winners, N));
    return { N, M, rounds, K, reference_answer: winners.join(" ") };
  },

  prompt: ({ N, M, rounds, K }) =>
    `${N} players, numbered from 0 to ${N - 1}, play ${formatCount(M, "round")}, each between two of them:
${formatLines(rounds, ([a, b], round) => `round ${round + 1}: ${a} and ${b}`)}

Exactly one of the two players wins a round. Choose the winner of each round so that the largest number of rounds won by one player is exactly ${K}: no player wins more than ${K}, and at least one wins ${K}.

Answer with the ${formatCount(M, "winner")}, in the order of the rounds, on one line, separated by spaces, like this: ${placeholders(M)}`,

  answer: integerList,

  score(winners, { N, M, rounds, K }) {
    const fault = findCountFault(winners, M, "winner");
    if (fault !== undefined) return invalid(fault);
    const stranger = winners.findIndex((winner, round) => !rounds[round].includes(winner));
    if (stranger !== -1) {
      return invalid(`${formatFigure(winners[stranger])} does not play in round ${stranger + 1}`);
    }
    const most = Math.max(...winsOf(winners, N));
    return exact(most === K, `the most wins are ${most}, not ${K}`);
  },

  /** With an answer, arrows from the winners. */
  picture: ({ N, rounds }, winners) =>
    graphPicture(
      N,
      rounds.map(([a, b], round) => (winners?.[round] === b ? [b, a] : [a, b])),
      { directed: winners !== undefined },
    ),

  solve: ({ N, rounds, K }) => findWinners(N, rounds, K).join(" "),
});

function winsOf(winners: readonly number[], N: number): number[] {
  const wins = new Array<number>(N).fill(0);
  for (const winner of winners) wins[winner]++;
  return wins;
}

/**
 * Winners with at most K wins each, by a maximum flow from rounds to players, O(M √N). Then a
 * player of K rounds or more is given wins up to K, by which the others only lose some.
 */
function findWinners(N: number, rounds: Rounds, K: number): number[] {
  const [source, sink] = [N + rounds.length, N + rounds.length + 1];
  const network = new FlowNetwork(N + rounds.length + 2);
  const firstWins = rounds.map(([a, b], round) => {
    network.addEdge(source, N + round, 1);
    const edge = network.addEdge(N + round, a, 1);
    network.addEdge(N + round, b, 1);
    return edge;
  });
  for (let player = 0; player < N; player++) network.addEdge(player, sink, K);
  network.maximumFlow(source, sink);
  const winners = rounds.map(([a, b], round) =>
    network.flowThrough(firstWins[round]) === 1 ? a : b,
  );
  const best = winsOf(rounds.flat(), N).findIndex((played) => played >= K);
  let wins = winsOf(winners, N)[best];
  for (const [round, players] of rounds.entries()) {
    if (wins >= K || winners[round] === best || !players.includes(best)) continue;
    winners[round] = best;
    wins++;
  }
  return winners;
}
