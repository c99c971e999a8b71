import { createContext, Script } from "node:vm";

const INTERRUPTED = "ERR_SCRIPT_EXECUTION_TIMEOUT";

const context = createContext({});
const call = new Script("work()");

/**
 * What the work returns, interrupted after so many milliseconds, also in an endless loop.
 * @throws what the work throws; an error of which `isInterruption` is true when interrupted
 */
export function bounded<Result>(milliseconds: number, work: () => Result): Result {
  context.work = work;
  return call.runInContext(context, { timeout: milliseconds });
}

/** Whether an error says that bounded work was interrupted. */
export function isInterruption(error: unknown): boolean {
  // The error comes from the context, whose Error is another than ours.
  return (error as { code?: unknown } | undefined)?.code === INTERRUPTED;
}
