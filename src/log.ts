import { type Logger, pino } from "pino";
import { openStandardError } from "./standard-error.ts";

export type { Logger };

/**
 * A logger of JSON lines on standard error. It writes at once and in process: no thread to start,
 * and nothing is lost when the process ends. Where nobody reads, lines are dropped and counted: a
 * log holds nothing up. Outputs and answers are never logged.
 */
export function createLog(level: string): Logger {
  const destination = openStandardError((dropped) =>
    log.warn({ dropped }, "log lines were dropped: nobody read standard error"),
  );
  const log = pino({ level, base: null }, destination);
  return log;
}
