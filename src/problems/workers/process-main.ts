import { writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { toModuleUrl } from "../../root.ts";
import { toMessage } from "../../wording.ts";
import type { ResultsMessage, WorkerMessage, WorkMessage } from "./messages.ts";
import type { ThreadData } from "./thread-main.ts";

/*
 * The main thread of a worker process. It passes work to a thread of its own and results back, and
 * stays responsive while that thread is caught in a loop: it tells the server which item is at work
 * and when it takes too much memory, and ends the process when the server is gone.
 */

/** A batch that has not ended by then gives back what has not begun. */
const LATE_MS = 20;

/** What all workers may take together, in a small container less than one usually may. */
const GIVEN_MIB = Math.floor(Number(process.argv[3]) / 2 ** 20);

/** What the thread's heap may hold, and what the whole process may take (typed arrays, …). */
const MAX_HEAP_MIB = Math.min(512, GIVEN_MIB);
const MAX_MEMORY_MIB = Math.min(640, GIVEN_MIB);
const MEMORY_CHECK_MS = 50;

/** A count, shared with the thread, of the items of the current batch that have begun. */
const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
let count = 0;
let lateTimer: NodeJS.Timeout | undefined;
let memoryTimer: NodeJS.Timeout | undefined;

const thread = new Worker(toModuleUrl("problems/workers/thread-main"), {
  workerData: { registryModule: process.argv[2], begun } satisfies ThreadData,
  resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MIB },
});

preferToBeKilled();
// A Ctrl-C reaches the whole process group: the server decides when its workers end.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
process.on("disconnect", () => process.exit());

process.on("message", (message: WorkMessage) => {
  count = message.count;
  Atomics.store(begun, 0, 0);
  lateTimer = setTimeout(giveBack, LATE_MS);
  thread.postMessage(message.work);
});

thread.on("message", (message: ResultsMessage | { type: "ready" }) => {
  if (message.type === "results" && message.done) {
    clearTimeout(lateTimer);
    if (memoryTimer !== undefined) reportMemory();
    clearInterval(memoryTimer);
    memoryTimer = undefined;
  }
  send(message);
});
thread.on("error", (error: NodeJS.ErrnoException) => {
  const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
  if (isMemory) die(describeMemory(MAX_HEAP_MIB));
  else die("it ended its worker", toMessage(error));
});
thread.on("exit", (code) => die(`the thread ended with exit code ${code}`));

function giveBack(): void {
  if (Atomics.load(begun, 0) === 0) {
    // The thread waits for a processor: let it begin something before the rest is taken away.
    lateTimer = setTimeout(giveBack, LATE_MS);
    return;
  }
  // The thread counts up as it begins an item: with the count at its end it begins no other one,
  // and what it has begun by then is known exactly, whatever it does at this moment.
  const taken = Atomics.exchange(begun, 0, count);
  if (taken > count) return; // All done: the results are on their way.
  count = taken;
  memoryTimer = setInterval(reportMemory, MEMORY_CHECK_MS);
  send({ type: "late", begun: taken });
}

/** The server sees to what all workers take together. */
function reportMemory(): void {
  const bytes = process.memoryUsage.rss();
  if (bytes > MAX_MEMORY_MIB * 2 ** 20) die(describeMemory(MAX_MEMORY_MIB));
  else send({ type: "memory", bytes });
}

function describeMemory(mebibytes: number): string {
  return `it needs more than ${mebibytes} MiB of memory`;
}

/**
 * Tells the server that the work at hand is this process's end; the server kills and replaces it.
 * @param detail what an exception said, for the log
 */
function die(reason: string, detail?: string): void {
  send({ type: "died", begun: Math.min(Atomics.load(begun, 0), count), reason, detail });
}

function send(message: WorkerMessage): void {
  process.send?.(message);
}

/**
 * Linux: when the machine's memory runs out, this process goes before the server; and when V8 gives
 * up for want of memory (an abort, which takes the whole process), no gigabytes of core are written.
 */
function preferToBeKilled(): void {
  try {
    writeFileSync("/proc/self/oom_score_adj", "1000");
    writeFileSync("/proc/self/coredump_filter", "0");
  } catch {
    // Not Linux, or not allowed: nothing depends on it.
  }
}
