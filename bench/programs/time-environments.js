// @ts-check
import { Random } from "../../dist/environments/toolkit/random/random.js";
import {
  DEFAULT_MARKERS,
  generateProblem,
  toReferenceAnswer,
  verifyOutput,
} from "../../dist/index.js";
import { extractAnswer } from "../../dist/problems/extract-answer.js";
import { median, timeMany, timeOnce } from "./timing.js";

/*
 * Times generation and verification of single environments: a process of its own, since one that
 * takes for ever must be ended from outside. The bench sends a task, and gets its times.
 *
 * @typedef {{ id: string, level: number, budgetMs: number }} Task
 */

/** What stands before the answer: 400 bytes. */
const THOUGHT = "Let me check this step by step. ".repeat(13).slice(0, 400);
/** How many problems the verified outputs are of, if the time allows. */
const PROBLEMS = 5;

process.on("message", (/** @type {Task} */ task) => {
  try {
    process.send?.({ ...timeGeneration(task), ...timeVerification(task) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});
process.send?.("ready");

/** @param {Task} task */
function timeGeneration({ id, level, budgetMs }) {
  const times = [];
  const end = performance.now() + budgetMs;
  for (let seed = 0; seed === 0 || performance.now() < end; seed++) {
    const reference = { environment: id, difficulty: level, seed };
    times.push(timeOnce(() => generateProblem(reference)));
  }
  let seed = 0;
  const seeding = timeMany(() => new Random(`${id}@1/${level}/${seed++}`).integer(0, 9), 2);
  return { generation: median(times), seeding };
}

/** @param {Task} task */
function timeVerification({ id, level, budgetMs }) {
  const verified = [];
  const extracted = [];
  const end = performance.now() + budgetMs;
  for (let seed = 0; seed === 0 || (seed < PROBLEMS && performance.now() < end); seed++) {
    const problem = generateProblem({ environment: id, difficulty: level, seed });
    const output = `${THOUGHT}<answer>${toReferenceAnswer(problem)}</answer>`;
    const { accuracy, reason } = verifyOutput(problem, output);
    if (accuracy !== 1) throw new Error(`its own answer to ${problem.id} is wrong: ${reason}`);
    verified.push(timeMany(() => verifyOutput(problem, output), budgetMs / PROBLEMS));
    extracted.push(timeMany(() => extractAnswer(output, DEFAULT_MARKERS), 2));
  }
  return { verification: median(verified), extraction: median(extracted) };
}
