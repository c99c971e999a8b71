import type { CallOptions } from "./call.ts";
import { DEFAULT_ENCODING, type Encoding } from "./encodings.ts";
import type { PipeOptions } from "./pipe.ts";
import type { VerifyRequest } from "./requests.ts";

export interface ClientOptions {
  /**
   * MessagePack by default, which is faster; JSON is easier to read in a capture, and what browsers
   * use.
   */
  readonly encoding?: Encoding;
  /** The server's RLVEGYM_API_KEY, when it has one. Not in browsers. */
  readonly apiKey?: string;
  /** Further HTTP headers to connect with. Not in browsers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long a reply may take once its request is sent. Default 60 s. */
  readonly timeoutMs?: number;
  /** How long opening a connection may take. Default 10 s. */
  readonly connectTimeoutMs?: number;
  /** How long to try to have a connection again after one has ended. Default 30 s. */
  readonly reconnectTimeoutMs?: number;
  /**
   * How often to ping: a server that gives no sign of life for up to twice as long is dead. Default
   * 20 s. Not in browsers.
   */
  readonly pingIntervalMs?: number;
}

/** How a stream of verifications is cut, and what holds for all of it. */
export interface StreamOptions
  extends CallOptions,
    Pick<VerifyRequest, "answer_markers" | "reading" | "explain" | "curriculum" | "report_id"> {
  /** How many problems to send in one request. Default 16. */
  readonly batchSize?: number;
  /** How many requests to keep unanswered. Default 8. */
  readonly window?: number;
}

export function toPipeOptions({ apiKey, headers, ...options }: ClientOptions): PipeOptions {
  return {
    encoding: options.encoding ?? DEFAULT_ENCODING,
    headers: { ...headers, ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
    timeoutMs: options.timeoutMs ?? 60_000,
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    reconnectTimeoutMs: options.reconnectTimeoutMs ?? 30_000,
    pingIntervalMs: options.pingIntervalMs ?? 20_000,
  };
}
