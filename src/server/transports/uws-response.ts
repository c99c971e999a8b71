import { STATUS_CODES } from "node:http";
import { othersTurn } from "../../event-loop.ts";
import type { UwsResponse } from "./uws-library.ts";

/** Lengths and connections are the library's to tell. */
const OWN_HEADERS = new Set(["content-length", "transfer-encoding", "connection", "keep-alive"]);

/** After so many seconds without a request, the library ends a connection: clients may know. */
const KEEP_ALIVE = "timeout=8";

/** Statuses whose responses have no body by definition. */
const BODILESS = new Set([204, 304]);

/** What is known of a response's way to its client. */
export interface Exchange {
  readonly response: UwsResponse;
  readonly isHead: boolean;
  /** Once it is, the response must not be touched. */
  readonly signal: AbortSignal;
  /** Whether the connection ends behind the response. */
  readonly isLast: boolean;
}

/** Sends a response, its body as it comes; resolves when the system has all of it or the client has gone. */
export async function sendResponse(exchange: Exchange, answer: Response): Promise<void> {
  const { response, isHead, signal, isLast } = exchange;
  if (isHead || answer.body === null) {
    await answer.body?.cancel();
    const length = answer.headers.get("content-length");
    if (signal.aborted) return;
    const isBodiless = BODILESS.has(answer.status);
    if (!isHead && !isBodiless) return writeWhole(response, answer, "", isLast);
    response.cork(() => {
      writeHead(response, answer, isLast);
      response.endWithoutBody(length === null ? undefined : Number(length), isLast);
    });
    return;
  }
  const reader = answer.body.getReader();
  signal.addEventListener("abort", () => void reader.cancel().catch(() => {}));
  const first = await reader.read();
  const next = reader.read();
  // A body that is there already ends at once: then its length can be told.
  const soon = await Promise.race([next, othersTurn()]);
  if (signal.aborted) return;
  if (!soon?.done) return sendChunks(exchange, answer, reader, [Promise.resolve(first), next]);
  if (isLast) return writeWhole(response, answer, first.value ?? "", true);
  await sendWhole(exchange, answer, first.value ?? new Uint8Array());
}

/** Sends a response with its whole body, which the library keeps until it is sent. */
export function writeWhole(
  response: UwsResponse,
  answer: Response,
  body: string | Uint8Array,
  isLast: boolean,
): void {
  response.cork(() => {
    writeHead(response, answer, isLast);
    response.end(body, isLast);
  });
}

function writeHead(response: UwsResponse, { status, headers }: Response, isLast: boolean): void {
  response.writeStatus(`${status} ${STATUS_CODES[status] ?? ""}`);
  for (const [name, value] of headers) {
    if (!OWN_HEADERS.has(name)) response.writeHeader(name, value);
  }
  response.writeHeader(isLast ? "connection" : "keep-alive", isLast ? "close" : KEEP_ALIVE);
}

/** Sends a body of known length as the system takes it. */
function sendWhole({ response, signal }: Exchange, answer: Response, body: Uint8Array) {
  return new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve());
    const sendOn = (from: number): boolean => {
      const [isSent, hasEnded] = response.tryEnd(body.subarray(from), body.length);
      if (isSent || hasEnded) resolve();
      return isSent;
    };
    response.cork(() => {
      writeHead(response, answer, false);
      const begin = response.getWriteOffset();
      response.onWritable((offset) => sendOn(offset - begin));
      sendOn(0);
    });
  });
}

type Read = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>["read"]>>;

/** Sends a body of unknown length, a chunk when the one before it has left. */
async function sendChunks(
  { response, signal, isLast }: Exchange,
  answer: Response,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  begun: readonly Promise<Read>[],
): Promise<void> {
  const reads = [...begun];
  response.cork(() => writeHead(response, answer, isLast));
  for (;;) {
    const { done, value } = await (reads.shift() ?? reader.read());
    if (signal.aborted) return;
    if (done) break;
    if (value.length > 0) await sendChunk(response, value, signal);
    if (signal.aborted) return;
  }
  response.cork(() => response.end(undefined, isLast));
}

function sendChunk(response: UwsResponse, chunk: Uint8Array, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    response.cork(() => {
      if (response.write(chunk)) return resolve();
      signal.addEventListener("abort", () => resolve());
      response.onWritable(() => {
        resolve();
        return true;
      });
    });
  });
}
