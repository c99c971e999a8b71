import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

interface CampfireParty {
  N: number;
  desired_neighbors: [number, number][];
  reference_answer_cost: number;
}

// Whoever changes seats takes part in an operation, so no seating costs less than those it moves.
export const campfireParty = bruteForce<CampfireParty>(
  "CampfireParty",
  [{ N: 3 }, { N: 4 }, { N: 6 }],
  ({ N, desired_neighbors, reference_answer_cost }, answer) => {
    const pleases = (seated: number[]) =>
      seated.every((student, seat) => {
        const beside = [seated[(seat + 1) % N], seated[(seat + N - 1) % N]];
        return beside.every((other) => desired_neighbors[student].includes(other));
      });
    const moved = [...permutations(range(0, N - 1))]
      .filter(pleases)
      .map((seated) => seated.filter((student, seat) => student !== seat).length);
    expect(reference_answer_cost).toBe(Math.min(...moved));

    let seated = range(0, N - 1);
    const operations = answer.split("\n").filter((line) => line !== "");
    for (const students of operations.map(toIntegers)) {
      expect(new Set(students).size).toBe(students.length);
      seated = seated.map((student) => {
        // Who sits there afterwards: the one that stands before the present one in the list.
        const at = students.indexOf(student);
        return at === -1 ? student : (students.at(at - 1) ?? student);
      });
    }
    expect(pleases(seated)).toBe(true);
    expect(operations.flatMap(toIntegers)).toHaveLength(reference_answer_cost);
  },
);
