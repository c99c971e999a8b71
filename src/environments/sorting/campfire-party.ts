import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { graphPicture, type ShownEdge } from "../toolkit/pictures/graph.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerPairsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { inversePermutation } from "../toolkit/sequences/inverse-permutation.ts";
import { permutationCycles } from "../toolkit/sequences/permutation-cycles.ts";
import { formatLines, formatRows } from "../toolkit/text/format.ts";

/** For each student, the wanted neighbours: before and behind in the wanted circle. */
type Neighbours = readonly (readonly [number, number])[];

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const cost = minimising({ beta: 3 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  desired_neighbors: integerPairsFrom(0),
  reference_answer: z.string(),
  reference_answer_cost: integerFrom(0),
}).check(
  lengths("N", "desired_neighbors"),
  within("desired_neighbors", 0, ({ N }) => N - 1),
  holds(
    "desired_neighbors",
    ({ desired_neighbors }) => formCircle(desired_neighbors),
    "must be those before and behind each student in one circle",
  ),
);

export const campfireParty = defineEnvironment({
  id: "CampfireParty",
  title: "Students around a campfire",
  summary:
    "Reseat people around a circle by cyclic moves so that each sits between the two wanted neighbours, at least cost.",
  reward: `${cost.words}; ${invalidWords()}, ${unsuccessfulWords("goal missed")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const circle = random.permutation(N);
    const place = inversePermutation(circle);
    const desired_neighbors = place.map((at): [number, number] => [
      circle[(at + N - 1) % N],
      circle[(at + 1) % N],
    ]);
    const operations = cheapestOperations(desired_neighbors);
    return {
      N,
      desired_neighbors,
      reference_answer: formatRows(operations),
      reference_answer_cost: operations.flat().length,
    };
  },

  prompt: ({ N, desired_neighbors }) =>
    `${N} seats stand in a circle around a campfire, numbered from 0 to ${N - 1} in this order, so that seat ${N - 1} is next to seat 0. ${N} students, numbered from 0 to ${N - 1}, sit on them; at first student s sits on seat s. Each student wants to sit between two others, on either side:
${formatLines(desired_neighbors, ([one, other], student) => `student ${student}: between ${one} and ${other}`)}

In one operation, some students b1, …, bm, each at most once, change seats at the same time: b1 moves to the seat that b2 has just then, b2 to the seat of b3, and so on, and bm to the seat of b1. The operation costs m. Find operations, performed one after the other, that make every student sit between the two wanted students, at the least possible total cost.

Answer with one line for each operation, in the order of performance: the students b1 b2 … bm, separated by spaces. Two operations with a total cost of 5, for example, look like this:
a b c
d e
If no operation is needed, give an empty answer.`,

  answer: integerMatrix,

  score(operations, { N, desired_neighbors, reference_answer_cost }) {
    const seat = desired_neighbors.map((_, student) => student);
    let total = 0;
    for (const [number, students] of operations.entries()) {
      const fault = findIndexFault(students, N);
      if (fault !== undefined) return invalid(`operation ${number + 1}: ${fault}`);
      moveAround(seat, students);
      total += students.length;
    }
    const areAdjacent = (a: number, b: number) => {
      const distance = Math.abs(seat[a] - seat[b]);
      return distance === 1 || distance === N - 1;
    };
    for (const [student, wanted] of desired_neighbors.entries()) {
      const missed = wanted.find((other) => !areAdjacent(student, other));
      if (missed === undefined) continue;
      return unsuccessful(`student ${student} does not sit next to ${missed}`);
    }
    return cost.verdict(total, reference_answer_cost);
  },

  /** Who wants to sit next to whom. */
  picture: ({ N, desired_neighbors }) =>
    graphPicture(
      N,
      desired_neighbors.flatMap((wanted, student) =>
        wanted
          .filter((other) => student < other || !desired_neighbors[other].includes(student))
          .map((other): ShownEdge => [student, other]),
      ),
    ),

  solve: ({ desired_neighbors }) => formatRows(cheapestOperations(desired_neighbors)),
});

/** Moves each student to the seat of the next in the list, and the last to that of the first. */
function moveAround(seat: number[], students: readonly number[]): void {
  const firstSeat = seat[students[0]];
  for (let index = 0; index + 1 < students.length; index++) {
    seat[students[index]] = seat[students[index + 1]];
  }
  seat[students[students.length - 1]] = firstSeat;
}

/**
 * Whoever has to move takes part in an operation, and the cycles of the permutation of seats move
 * everyone only once: the cost is N minus the students who can stay. Of the N rotations of the
 * wanted circle in both directions, the one where most can stay is found by counting, for each
 * rotation, the students it leaves where they are. O(N).
 */
function cheapestOperations(wanted: Neighbours): number[][] {
  const N = wanted.length;
  const place = inversePermutation(wantedCircle(wanted));
  const rotations = [1, -1].map((direction) => {
    const staying = new Array<number>(N).fill(0);
    for (const [student, at] of place.entries()) {
      staying[(student - direction * at + N) % N]++;
    }
    const [, most] = extremes(staying);
    return { direction, most, shift: staying.indexOf(most) };
  });
  const { direction, shift } = rotations[1].most > rotations[0].most ? rotations[1] : rotations[0];
  return permutationCycles(place.map((at) => (shift + direction * at + N) % N));
}

/** Whether each student is wanted by those it wants, and one circle holds all. O(N). */
function formCircle(wanted: Neighbours): boolean {
  const isMutual = wanted.every(([, next], student) => wanted[next][0] === student);
  return isMutual && wantedCircle(wanted).length === wanted.length;
}

/** The students in the order of the wanted circle, from student 0 on. */
function wantedCircle(wanted: Neighbours): number[] {
  const circle = [0];
  for (let student = wanted[0][1]; student !== 0; student = wanted[student][1]) {
    circle.push(student);
  }
  return circle;
}
