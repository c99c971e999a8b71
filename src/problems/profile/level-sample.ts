import type { RegisteredEnvironment } from "../../environments/registry.ts";
import { generateProblem, type Problem } from "../problem.ts";
import { toReferenceAnswer } from "../reference-answer.ts";
import { mapTimed, type Times, type Timing } from "./timed.ts";

/** A problem with an answer that earns accuracy 1. */
export interface AnsweredProblem {
  readonly problem: Problem;
  readonly answer: string;
}

/** Problems of a level, of consecutive seeds from 0, and answers to the first of them. */
export interface LevelSample {
  readonly level: number;
  readonly problems: readonly Problem[];
  readonly solved: readonly AnsweredProblem[];
  readonly generation: Times;
  readonly solving: Times;
  /** What was cut short or failed, in sentences. */
  readonly notes: readonly string[];
}

export interface SampleOptions extends Timing {
  /** How many seeds. */
  readonly seeds: number;
  /** How many of their problems are solved; all without it. */
  readonly solve?: number | undefined;
}

/** Generates and solves problems of a level, as many as there is time for. */
export function sampleLevel(
  environment: RegisteredEnvironment,
  level: number,
  { seeds, solve = seeds, ...timing }: SampleOptions,
): LevelSample {
  const generated = mapTimed(
    "problems generated",
    Array.from({ length: seeds }, (_, seed) => seed),
    (seed) => generateProblem(environment, level, seed),
    timing,
  );
  const answered = mapTimed(
    "problems solved",
    generated.results.slice(0, solve),
    (problem) => ({ problem, answer: toReferenceAnswer(problem) }),
    timing,
  );
  return {
    level,
    problems: generated.results,
    solved: answered.results,
    generation: generated.times,
    solving: answered.times,
    notes: [generated.note, answered.note].filter((note) => note !== null),
  };
}
