import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

interface Instance {
  N: number;
  M: number;
  gold_answer: number[];
  reference_answer: string;
}

export const josephus = bruteForce<Instance>(
  "Josephus",
  [{ MAX_N: 3 }, { MAX_N: 8 }, { MAX_N: 30 }],
  ({ N, M, gold_answer, reference_answer }, answer) => {
    // A queue of people, who line up again at its end unless they say M.
    const queue = range(1, N);
    const order: number[] = [];
    for (let said = 1; queue.length > 0; said = said === M ? 1 : said + 1) {
      const [person] = queue.splice(0, 1);
      (said === M ? order : queue).push(person);
    }
    expect(gold_answer).toEqual(order);
    expect(reference_answer).toBe(order.join(" "));
    expect(answer).toBe(reference_answer);
  },
);
