/*
 * Imported before all else: the first process of a container is not ended by a signal that it does
 * not handle, so one that comes while the rest is being loaded would be lost.
 */

const SIGNALS = ["SIGTERM", "SIGINT"] as const;

/** Ends the process as it would end by itself, were it not the first. */
export const stopAtOnce = (signal: NodeJS.Signals): void => {
  process.exit(signal === "SIGINT" ? 130 : 143);
};

if (process.pid === 1) for (const signal of SIGNALS) process.on(signal, stopAtOnce);

/** Has these signals handled from now on. */
export function onStop(handle: (signal: NodeJS.Signals) => void): void {
  for (const signal of SIGNALS) {
    process.on(signal, handle);
    process.off(signal, stopAtOnce);
  }
}
