import type { Built } from "../built.ts";

/** What is asked in sessions: environments with answers of every form, at a usual difficulty. */
export const ENVIRONMENTS = [
  "Knapsack",
  "Sorting",
  "Multiplication",
  "ShortestPath",
  "GridBFS",
  "WeightedLIS",
  "KnightsAndKnaves",
  "MinimumSpanningTree",
];
const DIFFICULTY = 3;

/** A problem and an answer that earns full reward. */
export interface Exercise {
  readonly reference: { environment: string; difficulty: number; seed: number };
  readonly id: string;
  readonly answer: string;
}

/** The nth problem: so many environments take turns, each time with another seed. */
export function toReference(index: number, environments = ENVIRONMENTS.length) {
  const environment = ENVIRONMENTS[index % environments];
  return { environment, difficulty: DIFFICULTY, seed: index };
}

/** The nth exercise: the nth problem, with its answer. */
export function toExercise(
  built: Built,
  index: number,
  environments = ENVIRONMENTS.length,
): Exercise {
  const reference = toReference(index, environments);
  const problem = built.generateProblem(reference);
  return { reference, id: problem.id ?? "", answer: built.toReferenceAnswer(problem) };
}

const THOUGHT = "Let me check this step by step: taking the first one leaves 12, so that";
/** One character beyond Latin-1 makes a string take two bytes a character. */
const FOREIGN_THOUGHT = "Let me check this step by step: taking the first one ⇒ 12 ≤ 15, so that";

/** A model's output of so many bytes (or few less, beyond ASCII): lines of thought, then the answer in its markers. */
export function toOutput(answer: string, bytes: number, isAscii = true): string {
  const marked = `\n<answer>${answer}</answer>`;
  const thought = `${isAscii ? THOUGHT : FOREIGN_THOUGHT}\n`;
  const room = bytes - Buffer.byteLength(marked);
  if (room < 0) throw new RangeError(`an answer has more than ${bytes} bytes`);
  const lines = thought.repeat(Math.ceil(room / thought.length));
  // Cut by bytes, so that both kinds of text make messages of the same size.
  return Buffer.from(lines).subarray(0, room).toString().replace(/�+$/, "") + marked;
}
