import type { IncomingMessage } from "node:http";
import { FREE_BYTES, type Intake } from "./intake.ts";

/**
 * Has the intake regard a request's body until it has come or the request has ended.
 * @param maxBytes what a body of unknown length may have
 * @returns false where there is no room for it now
 */
export function receiveBody(request: IncomingMessage, maxBytes: number, intake: Intake): boolean {
  const { "content-length": length, "transfer-encoding": coding } = request.headers;
  if (length === undefined && coding === undefined) return true;
  // A longer one is refused before it is read.
  const bytes = Math.min(maxBytes, length === undefined ? maxBytes : Number(length));
  const taken = Math.max(0, bytes - FREE_BYTES);
  if (taken > 0 && !intake.hasRoom(taken)) return false;
  const { socket } = request;
  const incoming = {
    get receivedBytes() {
      return socket.bytesRead;
    },
    get state() {
      return request.isPaused() || request.complete ? ("unwanted" as const) : ("coming" as const);
    },
    giveUp: () => socket.destroy(),
  };
  intake.take(taken);
  intake.watch(incoming);
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    intake.unwatch(incoming);
    intake.giveBack(taken);
  };
  request.once("end", end);
  request.once("close", end);
  return true;
}

/** A client that is told before its body has come gets so long to finish sending. */
const DISCARD_MS = 500;

/**
 * Reads what is left of a body and forgets it: closing a connection with unread bytes would reset
 * it, and the client might not see the response.
 * @returns whether the body has ended
 */
export async function discardRest(request: IncomingMessage): Promise<boolean> {
  if (request.complete || request.destroyed) return true;
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, DISCARD_MS);
    request.once("end", resolve);
    request.once("close", resolve);
    request.resume();
  });
  clearTimeout(timer);
  return request.complete;
}
