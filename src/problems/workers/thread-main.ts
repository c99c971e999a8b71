import { parentPort, workerData } from "node:worker_threads";
import type { RegisteredEnvironment, Registry } from "../../environments/registry.ts";
import { type Failure, isFailure } from "../failure.ts";
import { generateProblem, type Problem } from "../problem.ts";
import type { Solution } from "../problems.ts";
import { toReferenceAnswer } from "../reference-answer.ts";
import { fromStored } from "../stored.ts";
import { type VerifierResult, verifyOutput } from "../verify.ts";
import { toThrown } from "../work.ts";
import {
  type Batch,
  type GeneratedProblem,
  type KnownProblem,
  type Outcome,
  pack,
  type ResultsMessage,
  unpack,
  type WorkItem,
} from "./messages.ts";

/* The thread of a worker process which does the work; see process-main.ts for the other one. */

/** What the main thread gives this one. */
export interface ThreadData {
  readonly registryModule: string;
  /** How many items of the batch have begun; shared with its main thread, which can end the count. */
  readonly begun: Int32Array;
}

/** Results wait this long at most for the next ones of their batch, unless an item takes longer. */
const FLUSH_MS = 1;

/** Unpacking more than this at once would hold the server's event loop. */
const MAX_OUTCOME_BYTES = 4 * 2 ** 20;

if (parentPort === null) throw new Error("thread-main.ts runs in a worker thread");
const port = parentPort;
const { registryModule, begun } = workerData as ThreadData;
const { environments }: { environments?: Registry } = await import(registryModule);
if (environments === undefined) throw new Error(`${registryModule} exports no environments`);
const registry = environments;

port.on("message", (work: Uint8Array) => doWork(unpack<Batch>(work)));
port.postMessage({ type: "ready" });

function doWork({ problems, items }: Batch): void {
  let outcomes: Uint8Array[] = [];
  let times: number[] = [];
  let first = 0;
  let lastFlush = performance.now();
  const flush = (done: boolean): void => {
    postResults(outcomes, { times, first, done });
    first += outcomes.length;
    outcomes = [];
    times = [];
    lastFlush = performance.now();
  };
  for (let item = beginNext(); item < items.length; item = beginNext()) {
    const begin = performance.now();
    if (outcomes.length > 0 && begin - lastFlush >= FLUSH_MS) flush(false);
    outcomes.push(attempt(items[item], problems));
    times.push(performance.now() - begin);
  }
  flush(true);
}

/** The index of the next item, beyond the last one when the batch or the main thread has ended it. */
function beginNext(): number {
  return Atomics.add(begun, 0, 1);
}

function postResults(
  outcomes: readonly Uint8Array[],
  about: Pick<ResultsMessage, "times" | "first" | "done">,
): void {
  let end = 0;
  const ends = outcomes.map(({ length }) => {
    end += length;
    return end;
  });
  const bytes = new Uint8Array(end);
  for (const [index, outcome] of outcomes.entries()) {
    bytes.set(outcome, ends[index] - outcome.length);
  }
  const message: ResultsMessage = { type: "results", bytes, ends, ...about };
  port.postMessage(message, [bytes.buffer]);
}

function attempt(item: WorkItem, problems: readonly KnownProblem[]): Uint8Array {
  try {
    const outcome = pack({ value: perform(item, problems) });
    return outcome.length <= MAX_OUTCOME_BYTES ? outcome : pack(toOversized(outcome.length));
  } catch (error) {
    return pack(toThrown(error));
  }
}

function perform(
  item: WorkItem,
  problems: readonly KnownProblem[],
): GeneratedProblem | Failure | VerifierResult | Solution {
  switch (item.work) {
    case "generate": {
      const { environment, difficulty, seed } = item.reference;
      return toGenerated(generateProblem(findEnvironment(environment), difficulty, seed));
    }
    case "open": {
      const opened = fromStored(findEnvironment(item.environment), item.stored);
      return isFailure(opened) ? opened : toGenerated(opened);
    }
    case "verify":
      return verifyOutput(
        toProblem(problems[item.problem]),
        item.output,
        item.rule.markers,
        item.rule.reading,
      );
    case "solve":
      return { answer: toReferenceAnswer(toProblem(problems[item.problem])) };
  }
}

function toGenerated(problem: Problem): GeneratedProblem {
  const { parameters, instance, prompt, split, passingThreshold } = problem;
  return { parameters, instance, prompt, split, passingThreshold };
}

/** A problem with what matters to verifying and solving. */
function toProblem({ environment, instance, passingThreshold }: KnownProblem): Problem {
  return {
    environment: findEnvironment(environment),
    id: null,
    difficulty: null,
    seed: null,
    parameters: {},
    instance,
    prompt: "",
    split: "train",
    passingThreshold,
  };
}

function findEnvironment(id: string): RegisteredEnvironment {
  const environment = registry.get(id);
  if (environment === undefined) throw new Error(`${registryModule} has no environment ${id}`);
  return environment;
}

function toOversized(bytes: number): Outcome {
  const megabytes = (size: number) => `${Math.ceil(size / 2 ** 20)} MiB`;
  return {
    error: `the result takes ${megabytes(bytes)}, more than the ${megabytes(MAX_OUTCOME_BYTES)} this server handles`,
    isRefusal: true,
  };
}
