import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences } from "../enumerations.ts";

type Statement = [string, ...(number | Statement)[]];

interface Puzzle {
  names: string[];
  statements: Statement[];
  gold_answer: Record<string, string>;
  reference_answer: string;
}

function isTrue([kind, ...parts]: Statement, roles: readonly string[]): boolean {
  if (typeof parts[0] === "number") return roles[parts[0]] === kind;
  const values = parts.map((part) => isTrue(part as Statement, roles));
  if (kind === "not") return !values[0];
  if (kind === "and") return values.every((value) => value);
  if (kind === "or") return values.some((value) => value);
  return kind === "implies" ? !values[0] || values[1] : values[0] === values[1];
}

export const knightsAndKnaves = bruteForce<Puzzle>(
  "KnightsAndKnaves",
  [
    { N: 3, depth_constraint: 2, width_constraint: 2 },
    { N: 6, depth_constraint: 3, width_constraint: 3 },
  ],
  ({ names, statements, gold_answer, reference_answer }, answer) => {
    const consistent = [...sequences(["knight", "knave"], names.length)].filter((roles) =>
      statements.every((said, speaker) => isTrue(said, roles) === (roles[speaker] === "knight")),
    );
    expect(consistent).toEqual([names.map((name) => gold_answer[name])]);
    const clauses = names.map((name) => `${name} is a ${gold_answer[name]}`);
    const sentence = `${clauses.slice(0, -1).join(", ")}, and ${clauses.at(-1)}.`;
    expect(reference_answer).toBe(sentence);
    expect(answer).toBe(sentence);
  },
);
