import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Instance {
  program: string[];
  gold_answer: string[];
  reference_answer: string;
}

const RULES = [
  ["A# #A", ""],
  ["B# #B", ""],
  ["A# #B", "#B A#"],
  ["B# #A", "#A B#"],
] as const;

/** The rules as replacements in the text, the last place of each in turn, until none is left. */
function rewrite(text: string): string {
  const rule = RULES.find(([from]) => text.includes(from));
  if (rule === undefined) return text.trim();
  const [from, to] = rule;
  const at = text.lastIndexOf(from);
  return rewrite(`${text.slice(0, at)}${to}${text.slice(at + from.length)}`.replace(/ +/g, " "));
}

export const abProgramSimulation = bruteForce<Instance>(
  "ABProgramSimulation",
  [
    { N: 1, max_steps: 1 },
    { N: 5, max_steps: 5 },
    { N: 16, max_steps: 60 },
  ],
  ({ program, gold_answer, reference_answer }, answer) => {
    const end = rewrite(program.join(" "));
    expect(gold_answer.join(" ")).toBe(end);
    expect(reference_answer).toBe(end);
    expect(answer).toBe(end);
  },
);
