import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { circleEdges, graphPicture } from "../toolkit/pictures/graph.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const people = satisfying({ beta: 10, unit: "people would gain nothing" });

const Parameters = z.object({ N: sizeFrom(3, 10_000) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, 1_000_000),
  reference_answer: z.string(),
}).check(
  lengths("N", "A"),
  holds(
    "reference_answer",
    (instance) =>
      verdict(integerList.parse(instance.reference_answer) ?? [], instance).reward === 1,
    "must be a choice by which nobody would gain",
  ),
);

interface Circle {
  readonly N: number;
  readonly A: readonly number[];
}

// At level 0, 1 2 3 is often right; later, equilibria are few among the choices.
export const las = defineEnvironment({
  id: "LAS",
  title: "Circular food sharing equilibrium",
  summary: "Choose one of two neighbouring foods for each person so that nobody gains by changing.",
  reward: `${people.words}; ${invalidWords("a food out of reach")}, ${malformedWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 1, 2 * N);
    return { N, A, reference_answer: findEquilibrium(A).join(" ") };
  },

  prompt: ({ N, A }) =>
    `${N} people sit around a table, numbered from 1 to ${N}, and between them stand ${N} foods, also numbered from 1 to ${N}. Person i can reach food i and food i + 1, except person ${N}, who can reach food ${N} and food 1. The calories of the foods are:
${formatIndexed("C", A, 1)}

Each person chooses one of the two foods in reach. Who alone chooses a food gets all of its calories; two people who choose the same food get half of them each.

Choose a food for each person so that nobody would get more calories by changing to the other food in reach while all others keep theirs.

Answer with ${N} numbers separated by spaces, the foods of person 1, person 2 and so on up to person ${N}, like this: ${placeholders(N)}`,

  answer: integerList,

  score: verdict,

  /** Foods, and between each two the person who reaches both. */
  picture: ({ N, A }, foods) =>
    graphPicture(
      N,
      circleEdges(N, 1).map(([from, to], person) => [from, to, `person ${person + 1}`]),
      { base: 1, notes: A, chosen: foods },
    ),

  solve: ({ A }) => findEquilibrium(A).join(" "),
});

function verdict(foods: readonly number[], { N, A }: Circle): Verdict {
  const fault = findCountFault(foods, N, "food");
  if (fault !== undefined) return malformed(fault);
  const person = foods.findIndex((food, at) => food !== at + 1 && food !== ((at + 1) % N) + 1);
  if (person !== -1) {
    return invalid(`food ${formatFigure(foods[person])} is out of reach of person ${person + 1}`);
  }
  const takers = new Int32Array(N);
  for (const food of foods) takers[food - 1]++;
  const content = foods.filter((food, at) => gainOf(at, food - 1, takers, A) <= 0);
  return people.verdict(content.length, N);
}

/** What a person would gain by changing to the other food in reach, in halves of a calorie. */
function gainOf(
  person: number,
  food: number,
  takers: { readonly [food: number]: number },
  A: readonly number[],
): number {
  const other = food === person ? (person + 1) % A.length : person;
  return A[other] * (takers[other] === 0 ? 2 : 1) - A[food] * (takers[food] === 1 ? 2 : 1);
}

/**
 * People change their food as long as somebody gains. That ends: give a food once its calories for
 * its first taker and half of them for a second; the sum rises with each change by just what is
 * gained (a congestion game, Rosenthal 1973). It took at most a few rounds wherever tried, O(N) each.
 */
function findEquilibrium(A: readonly number[]): number[] {
  const N = A.length;
  const foods = A.map((_, person) => person);
  const takers = new Int32Array(N).fill(1);
  for (let unchanged = 0, person = 0; unchanged < N; person = (person + 1) % N) {
    unchanged++;
    if (gainOf(person, foods[person], takers, A) <= 0) continue;
    takers[foods[person]]--;
    foods[person] = foods[person] === person ? (person + 1) % N : person;
    takers[foods[person]]++;
    unchanged = 0;
  }
  return foods.map((food) => food + 1);
}
