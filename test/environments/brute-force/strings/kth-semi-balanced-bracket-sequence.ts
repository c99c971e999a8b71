import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences } from "../enumerations.ts";

/** Whether the brackets vanish when pairs are taken out again and again. */
function isBalanced(text: string): boolean {
  return text.includes("()") ? isBalanced(text.replaceAll("()", "")) : text === "";
}

function isSemiBalanced(text: string): boolean {
  return [...text].some((_, index) => isBalanced(text.slice(0, index) + text.slice(index + 1)));
}

interface Instance {
  N: number;
  K: bigint;
  reference_answer: string;
}

export const kthSemiBalancedBracketSequence = bruteForce<Instance>(
  "Kth_SemiBalancedBracketSequence",
  [{ N: 3 }, { N: 5 }, { N: 7 }, { N: 9 }],
  ({ N, K, reference_answer }, answer) => {
    const texts = [...sequences(["(", ")"], N)].map((brackets) => brackets.join(""));
    const kth = texts.filter(isSemiBalanced)[Number(K) - 1];
    expect(reference_answer).toBe(kth);
    expect(answer).toBe(kth);
  },
);
