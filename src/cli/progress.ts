/** A stream that may be a terminal. */
interface MaybeTerminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Replaces the last line of standard error, which "" clears, where that is a terminal. */
export function showProgress(text: string, stream: MaybeTerminal = process.stderr): void {
  if (stream.isTTY) stream.write(`\r\u001b[K${text}`);
}
