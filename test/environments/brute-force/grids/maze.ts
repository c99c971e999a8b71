import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Maze {
  N: number;
  maze: string[];
  reference_answer: string;
}

const STEPS = { L: [0, -1], R: [0, 1], U: [-1, 0], D: [1, 0] } as const;

export const maze = bruteForce<Maze>(
  "Maze",
  [
    { N: 4, density: 0.3 },
    { N: 8, density: 0.4 },
  ],
  ({ N, maze, reference_answer }, answer) => {
    const move = (cell: string, letter: string) => {
      const [row, column] = cell.split(" ").map(Number);
      const [down, right] = STEPS[letter as keyof typeof STEPS];
      const isOpen = maze[row + down]?.[column + right] === ".";
      return isOpen ? [`${row + down} ${column + right}`] : [];
    };
    const goal = `${N - 1} ${N - 1}`;
    let fewest = 0;
    for (let cells = ["0 0"]; !cells.includes(goal); fewest++) {
      cells = [
        ...new Set(cells.flatMap((cell) => Object.keys(STEPS).flatMap((l) => move(cell, l)))),
      ];
    }
    for (const walk of [answer, reference_answer]) {
      expect(walk).toHaveLength(fewest);
      const end = [...walk].reduce(
        (cells, letter) => cells.flatMap((c) => move(c, letter)),
        ["0 0"],
      );
      expect(end).toEqual([goal]);
    }
  },
);
