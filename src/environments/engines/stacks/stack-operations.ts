import type { AnswerForm } from "../../toolkit/answer-forms/answer-form.ts";
import { describedAs, plainText } from "../../toolkit/answer-forms/text.ts";
import type { Random } from "../../toolkit/random/random.ts";
import { type Check, holds } from "../../toolkit/schemas/instances.ts";
import { matching } from "../../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../../toolkit/sequences/positions.ts";
import { formatEnumeration } from "../../toolkit/text/format.ts";

/**
 * A queue of 0, 1, …, N−1 goes through stacks to an output. Each stack has two operations, written
 * as letters: by the first (a for the first stack, c for the second) the front of the queue moves
 * onto it, by the second (b, d) its top moves to the end of the output.
 */
const LETTERS = "abcdefgh";

const positions = matching({ beta: 10, unit: "positions right" });

/** The members of an environment that asks for operations which give a certain output. */
export interface AskedOperations {
  readonly reward: string;
  readonly answer: AnswerForm<string>;
  score(operations: string, instance: { readonly output_sequence: readonly number[] }): Verdict;
}

/** Reward, answer form and score of operations on so many stacks: spread them into a definition. */
export function askedOperations(stackCount: number): AskedOperations {
  const letters = formatEnumeration([...LETTERS.slice(0, 2 * stackCount)]);
  return {
    reward: `${positions.words}; ${invalidWords("impossible operation or incomplete output")}, ${malformedWords("other character")}`,
    answer: describedAs(`the letters ${letters} without spaces`, plainText),
    score: (operations, { output_sequence }) =>
      scoreOperations(operations, output_sequence, stackCount),
  };
}

/** A stored passage through stacks: what is to be output, and operations that do it. */
interface StoredPassage {
  readonly output_sequence: readonly number[];
  readonly reference_answer: string;
}

/** Checks that the stored operations give the stored output, which is thus possible. O(N). */
export function givesOutput(stackCount: number): Check<StoredPassage> {
  return holds(
    "reference_answer",
    ({ output_sequence, reference_answer }) =>
      scoreOperations(reference_answer, output_sequence, stackCount).reward === 1,
    "must be operations that give the output_sequence",
  );
}

/** Operations that move the whole queue to the output, and what they output. */
export interface Passage {
  readonly operations: string;
  readonly output: readonly number[];
}

/** A passage of 0..count−1 drawn operation by operation, of those possible, by the weights. */
export function randomPassage(count: number, weights: readonly number[], random: Random): Passage {
  const machine = new StackMachine(count, weights.length / 2);
  let operations = "";
  while (machine.output.length < count) {
    const operation = random.weightedIndex(
      weights.map((weight, operation) => (machine.allows(operation) ? weight : 0)),
    );
    machine.perform(operation);
    operations += LETTERS[operation];
  }
  return { operations, output: machine.output };
}

/**
 * Operations that output a permutation of 0..N−1 if each element goes through its stack, which
 * `stackOf` says: each is pushed as late as possible, O(N).
 */
export function operationsFor(target: readonly number[], stackOf: readonly number[]): string {
  let operations = "";
  let front = 0;
  for (const element of target) {
    for (; front <= element; front++) operations += LETTERS[2 * stackOf[front]];
    operations += LETTERS[2 * stackOf[element] + 1];
  }
  return operations;
}

/**
 * The verdict on operations whose output is to be `target`: (positions right / N)^10. −1 for a letter
 * that is no operation, −0.5 for an impossible operation or an output that is not complete. It stops
 * at the first fault, so after at most 2N + 1 letters.
 */
export function scoreOperations(
  operations: string,
  target: readonly number[],
  stackCount: number,
): Verdict {
  const machine = new StackMachine(target.length, stackCount);
  for (let index = 0; index < operations.length; index++) {
    const operation = LETTERS.indexOf(operations[index]);
    if (operation === -1 || operation >= 2 * stackCount) {
      const letters = formatEnumeration([...LETTERS.slice(0, 2 * stackCount)], "or");
      return malformed(`character ${index + 1} is not ${letters}`);
    }
    if (!machine.allows(operation)) {
      const empty = operation % 2 === 0 ? "queue" : "stack";
      return invalid(`operation ${index + 1}, ${operations[index]}, finds its ${empty} empty`);
    }
    machine.perform(operation);
  }
  const { output } = machine;
  if (output.length < target.length) {
    return invalid(`only ${output.length} of ${target.length} numbers are output`);
  }
  return positions.verdict(countAgreements(output, target), target.length);
}

/** Operations are numbered as their letters: 2s pushes onto stack s, 2s + 1 pops it. */
class StackMachine {
  readonly output: number[] = [];
  readonly #stacks: number[][];
  readonly #count: number;
  #front = 0;

  constructor(count: number, stackCount: number) {
    this.#count = count;
    this.#stacks = Array.from({ length: stackCount }, () => []);
  }

  /** Whether the operation finds something to move. */
  allows(operation: number): boolean {
    if (operation % 2 === 0) return this.#front < this.#count;
    return this.#stacks[operation >> 1].length > 0;
  }

  /** Carries out an operation that is possible. */
  perform(operation: number): void {
    const stack = this.#stacks[operation >> 1];
    if (operation % 2 === 0) {
      stack.push(this.#front++);
      return;
    }
    const top = stack.pop();
    if (top !== undefined) this.output.push(top);
  }
}
