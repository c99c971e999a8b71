import { setTimeout as delay } from "node:timers/promises";
import { FREE_BYTES } from "./intake.ts";
import type { UwsResponse } from "./uws-library.ts";

/** A client that is told before its body has come gets so long to finish sending. */
const DISCARD_MS = 500;

/** What is known of a body before it comes. */
export interface BodyHead {
  /** Undefined where the request does not say. */
  readonly length: number | undefined;
  readonly maxBytes: number;
}

/** The bytes of the intake's allowance that a body takes. */
export function toShared({ length, maxBytes }: BodyHead): number {
  // A longer one is refused before it is read.
  return Math.max(0, Math.min(maxBytes, length ?? maxBytes) - FREE_BYTES);
}

/** What has come of a request's body. */
export interface IncomingBody {
  /** All of it, or more than it may have; nothing of one that is not wanted. */
  readonly bytes: Promise<Buffer>;
  /** Resolves when all has come or the client has gone. */
  readonly ended: Promise<void>;
  /** Reads what is left and forgets it, for a while: whether it has ended. */
  discardRest(): Promise<boolean>;
}

/**
 * Takes in a request's body. The library ends connections whose bodies come too slowly: 10 s without
 * a byte, or less than 16 KiB a second.
 * @param isWanted whether it is kept
 * @param signal aborted when the client has gone
 */
export function receiveBody(
  response: UwsResponse,
  { length = 0, maxBytes }: BodyHead,
  isWanted: boolean,
  signal: AbortSignal,
): IncomingBody {
  const chunks: Buffer[] = [];
  let received = 0;
  let isKept = isWanted && length <= maxBytes;
  let isOver = false;
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = () => {
      isOver = true;
      resolve();
    };
  });
  const bytes = new Promise<Buffer>((resolve) => {
    const finish = () => {
      isKept = false;
      resolve(Buffer.concat(chunks));
    };
    if (!isKept) finish();
    response.onData((chunk, isLast) => {
      if (isKept) {
        // The library takes it back: a copy stays.
        chunks.push(Buffer.from(new Uint8Array(chunk)));
        received += chunk.byteLength;
      }
      if (isLast) end();
      if (isKept && (isLast || received > maxBytes)) finish();
    });
    signal.addEventListener("abort", () => {
      end();
      finish();
    });
  });
  return {
    bytes,
    ended,
    async discardRest() {
      if (!isOver) await Promise.race([ended, delay(DISCARD_MS)]);
      return isOver;
    },
  };
}
