import { type Built, importBuilt } from "../built.ts";
import { toOutput } from "../load/workload.ts";
import { median } from "../statistics.ts";

/*
 * Times generation and verification of single environments: a process of its own, since one that
 * takes for ever must be ended from outside. The bench sends a task, and gets its times.
 */

export interface Task {
  readonly id: string;
  readonly level: number;
  /** How long to go on with each of the two. */
  readonly budgetMs: number;
}

/** Medians in microseconds, each beside what cannot be saved. */
export interface Times {
  readonly generation: number;
  /** Seeding the random numbers. */
  readonly seeding: number;
  readonly verification: number;
  /** Finding the answer in the output. */
  readonly extraction: number;
}

/** What was thought before the answer. */
const OUTPUT_BYTES = 400;
/** How many problems the verified outputs are of, if the time allows. */
const PROBLEMS = 5;
/** Below this a single call is too short for the clock. */
const SAMPLE_MICROS = 100;
const MIN_SAMPLES = 10;

const built = await importBuilt();
process.on("message", (task: Task) => {
  try {
    process.send?.({ ...timeGeneration(built, task), ...timeVerification(built, task) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});
process.send?.("ready");

function timeGeneration({ generateProblem, Random }: Built, { id, level, budgetMs }: Task) {
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  for (let seed = 0; seed === 0 || performance.now() < end; seed++) {
    const reference = { environment: id, difficulty: level, seed };
    times.push(timeOnce(() => generateProblem(reference)));
  }
  let seed = 0;
  const seeding = timeMany(() => new Random(`${id}@1/${level}/${seed++}`).integer(0, 9), 5);
  return { generation: median(times), seeding };
}

function timeVerification(
  { DEFAULT_MARKERS, extractAnswer, generateProblem, toReferenceAnswer, verifyOutput }: Built,
  { id, level, budgetMs }: Task,
) {
  const verified: number[] = [];
  const extracted: number[] = [];
  const end = performance.now() + budgetMs;
  for (let seed = 0; seed === 0 || (seed < PROBLEMS && performance.now() < end); seed++) {
    const problem = generateProblem({ environment: id, difficulty: level, seed });
    const output = toOutput(toReferenceAnswer(problem), OUTPUT_BYTES);
    const { accuracy, reason } = verifyOutput(problem, output);
    if (accuracy !== 1) throw new Error(`its own answer to ${problem.id} is wrong: ${reason}`);
    verified.push(timeMany(() => verifyOutput(problem, output), budgetMs / PROBLEMS));
    extracted.push(timeMany(() => extractAnswer(output, DEFAULT_MARKERS), 2));
  }
  return { verification: median(verified), extraction: median(extracted) };
}

/** Microseconds of one call. */
function timeOnce(call: () => unknown): number {
  const started = performance.now();
  call();
  return 1000 * (performance.now() - started);
}

/**
 * The median time of a call in microseconds, of samples of as many calls as the clock needs: enough
 * samples that those in which the system did something else do not count.
 */
function timeMany(call: () => unknown, budgetMs: number): number {
  const end = performance.now() + budgetMs;
  const latestEnd = end + 10 * budgetMs;
  let samples: number[] = [];
  let calls = 1;
  for (;;) {
    const total = timeOnce(() => {
      for (let index = 0; index < calls; index++) call();
    });
    samples.push(total / calls);
    const now = performance.now();
    if (now > latestEnd || (now > end && samples.length >= MIN_SAMPLES)) return median(samples);
    if (total < SAMPLE_MICROS) {
      calls *= 2;
      samples = [];
    }
  }
}
