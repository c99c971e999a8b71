import { type Logger, pino } from "pino";

export type { Logger };

/**
 * A logger of JSON lines on standard error. It writes at once and in process: no thread to start,
 * and nothing is lost when the process ends. Outputs and answers are never logged.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
