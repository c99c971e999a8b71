import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising, minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const MAX_N = 100_000;

const fewest = minimising({ beta: 5 });
const most = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  TO: integersFrom(0),
  minimize_or_maximize: z.enum(["minimize", "maximize"]),
  gold_answer: integerFrom(1, MAX_N),
}).check(
  lengths("N", "TO"),
  within("TO", 0, ({ N }) => N - 1),
);

type Goal = z.infer<typeof Instance>["minimize_or_maximize"];

/**
 * Many orders are equally good: a random one is best in nine of ten problems of level 0 and three of
 * five at level 3.
 */
export const mafMafia = defineEnvironment({
  id: "MafMafia",
  title: "Mafia shooting order",
  summary:
    "Order participants who each shoot a fixed target if still alive, so that the number killed is smallest or largest as asked.",
  reward: `killed: ${fewest.words} or ${most.words} as asked; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const TO = random.integers(N, 0, N - 1);
    const minimize_or_maximize: Goal = random.chance(0.5) ? "minimize" : "maximize";
    const order = bestOrder(TO, minimize_or_maximize);
    return { N, TO, minimize_or_maximize, gold_answer: countKilled(TO, order) };
  },

  prompt: ({ N, TO, minimize_or_maximize }) =>
    `${N} participants, numbered from 0 to ${N - 1}, act one after the other, each once. Participant i has a fixed target TO[i]:
${formatIndexed("TO", TO)}

When it is the turn of a participant who is still alive, that participant shoots the target, who dies unless dead already. A dead participant does nothing. A participant who is their own target dies by their own shot.

Find an order of all participants in which as ${minimize_or_maximize === "minimize" ? "few" : "many"} of them as possible are killed.

Answer with the ${N} participants in the order in which they act, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(order, { N, TO, minimize_or_maximize, gold_answer }) {
    const fault = findPermutationFault(order, N);
    if (fault !== undefined) return invalid(fault);
    const scoring = minimize_or_maximize === "minimize" ? fewest : most;
    return scoring.verdict(countKilled(TO, order), gold_answer);
  },

  picture: ({ N, TO }, order) =>
    graphPicture(
      N,
      TO.map((target, participant) => [participant, target]),
      { directed: true, order },
    ),

  solve: ({ TO, minimize_or_maximize }) => bestOrder(TO, minimize_or_maximize).join(" "),
});

function countKilled(TO: readonly number[], order: readonly number[]): number {
  const isDead = new Uint8Array(TO.length);
  let killed = 0;
  for (const shooter of order) {
    if (isDead[shooter] === 1 || isDead[TO[shooter]] === 1) continue;
    isDead[TO[shooter]] = 1;
    killed++;
  }
  return killed;
}

function bestOrder(TO: readonly number[], goal: Goal): number[] {
  return goal === "minimize" ? mercifulOrder(TO) : cruelOrder(TO);
}

function countShooters(TO: readonly number[]): number[] {
  const shooters = new Array<number>(TO.length).fill(0);
  for (const target of TO) shooters[target]++;
  return shooters;
}

/**
 * An order in which fewest die, O(N). Who has no shooter left alive survives, so they shoot as soon
 * as that is certain: the target dies, and may have been the last shooter of somebody. What is then
 * left are cycles without other shooters, of which every second member shoots and survives.
 */
function mercifulOrder(TO: readonly number[]): number[] {
  const shooters = countShooters(TO);
  const isSettled = new Uint8Array(TO.length);
  const isDead = new Uint8Array(TO.length);
  const order = [...TO.keys()].filter((participant) => shooters[participant] === 0);
  for (const participant of order) {
    isSettled[participant] = 1;
    const target = TO[participant];
    if (isDead[target] === 1) continue;
    isDead[target] = 1;
    isSettled[target] = 1;
    if (--shooters[TO[target]] === 0) order.push(TO[target]);
  }
  const isListed = new Uint8Array(TO.length);
  for (const participant of order) isListed[participant] = 1;
  for (const start of TO.keys()) {
    let shoots = true;
    for (let member = start; isSettled[member] === 0; member = TO[member]) {
      isSettled[member] = 1;
      if (shoots && TO[member] !== start) {
        order.push(member);
        isListed[member] = 1;
      }
      shoots = !shoots;
    }
  }
  return [...order, ...[...TO.keys()].filter((participant) => isListed[participant] === 0)];
}

/**
 * An order in which most die, O(N). Only those without a shooter and one of each cycle of several
 * that nobody else shoots at survive. On a cycle, everyone shoots before being shot: backwards from
 * the one whose target, the last to shoot, is killed by an outsider where there is one. The others
 * follow, those nearer to a cycle before those behind them.
 */
function cruelOrder(TO: readonly number[]): number[] {
  const inner = countShooters(TO);
  const outer = [...TO.keys()].filter((participant) => inner[participant] === 0);
  for (const participant of outer) {
    if (--inner[TO[participant]] === 0) outer.push(TO[participant]);
  }
  const isOuter = new Uint8Array(TO.length);
  for (const participant of outer) isOuter[participant] = 1;
  const isTargetOfOuter = new Uint8Array(TO.length);
  for (const participant of outer) isTargetOfOuter[TO[participant]] = 1;
  const order: number[] = [];
  const isOrdered = new Uint8Array(TO.length);
  for (const start of TO.keys()) {
    if (isOuter[start] === 1 || isOrdered[start] === 1) continue;
    const cycle = [start];
    for (let member = TO[start]; member !== start; member = TO[member]) cycle.push(member);
    for (const member of cycle) isOrdered[member] = 1;
    const hit = Math.max(
      0,
      cycle.findIndex((member) => isTargetOfOuter[member] === 1),
    );
    const fromHit = [...cycle.slice(hit), ...cycle.slice(0, hit)];
    // Its shooter goes last on the cycle and is dead by then: the outsider kills it instead.
    const last = fromHit.splice(-1);
    order.push(...fromHit.reverse(), ...last);
  }
  return [...order, ...outer.reverse()];
}
