import { constants, fstatSync, openSync, writeSync } from "node:fs";
import { Socket } from "node:net";

const STANDARD_ERROR = 2;

/** What waits to be read of a socket that is standard error, before lines are dropped. */
const MAX_WAITING_BYTES = 1 << 20;

/** How long after a line was dropped it is tried to say so, if no further line does. */
const RETRY_MS = 500;

/** Where lines are written. */
interface Lines {
  write(line: string): void;
}

/**
 * Standard error that never waits for its reader: a line that does not fit in is dropped.
 * @param onDropped told how many lines were, once lines fit in again
 */
export function openStandardError(onDropped: (count: number) => void): Lines {
  const write = openWriter();
  let dropped = 0;
  return {
    write(line) {
      if (!write(line)) {
        if (dropped++ === 0) tellLater();
      } else if (dropped > 0) {
        tell();
      }
    },
  };

  function tellLater(): void {
    setTimeout(() => {
      if (dropped > 0) tell();
    }, RETRY_MS).unref();
  }

  function tell(): void {
    const count = dropped;
    dropped = 0;
    onDropped(count);
    // The line that tells did not fit in either.
    if (dropped > 0) dropped = count;
  }
}

/** Writes a line, or says that it does not fit in. */
type Write = (line: string) => boolean;

function openWriter(): Write {
  const stats = fstatSync(STANDARD_ERROR);
  if (stats.isFile()) return (line) => writeAll(STANDARD_ERROR, Buffer.from(line)) === 0;
  try {
    return createPipeWriter(reopen());
  } catch {
    // A socket, or a system that gives no second opening of a pipe.
    return createSocketWriter();
  }
}

/**
 * Standard error once more, not blocking. Not the descriptor itself: whether it blocks is a matter
 * of everyone who shares it, the shell included.
 */
function reopen(): number {
  return openSync(
    `/proc/self/fd/${STANDARD_ERROR}`,
    constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY,
  );
}

/** Lines in whole: what is left of one that was cut stands before the next. */
function createPipeWriter(descriptor: number): Write {
  let rest: Buffer = Buffer.alloc(0);
  return (line) => {
    if (rest.length > 0) rest = rest.subarray(rest.length - writeAll(descriptor, rest));
    if (rest.length > 0) return false;
    const bytes = Buffer.from(line);
    const left = writeAll(descriptor, bytes);
    if (left === bytes.length) return false;
    rest = bytes.subarray(bytes.length - left);
    return true;
  };
}

/** Writes what fits in, and gives how many bytes do not. A reader that has gone takes none. */
function writeAll(descriptor: number, bytes: Buffer): number {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch {
    // EAGAIN: full; EPIPE: nobody will read.
  }
  return bytes.length - written;
}

function createSocketWriter(): Write {
  const socket = new Socket({ fd: STANDARD_ERROR, readable: false, writable: true });
  socket.on("error", () => {});
  socket.unref();
  return (line) => {
    if (socket.destroyed || socket.writableLength > MAX_WAITING_BYTES) return false;
    socket.write(line);
    return true;
  };
}
