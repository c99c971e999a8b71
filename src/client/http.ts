import { toHttpUrl } from "./address.ts";
import type { CallOptions } from "./call.ts";
import { ConnectionError, messageOf, RlveGymError, TimeoutError } from "./errors.ts";
import { Outage } from "./outage.ts";
import { isObject, wrongServer } from "./replies.ts";
import { callAfter, startPause } from "./timer.ts";

export interface HttpOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly reconnectTimeoutMs: number;
}

/** What stands between client and server says it cannot reach the server. */
const GATEWAY_STATUSES = new Set([502, 503, 504]);

/** What is asked over HTTP, for which there is no message: requests that may be sent twice. */
export class Http {
  readonly #addresses: readonly string[];
  /** Which of the addresses is asked. */
  #place = 0;
  readonly #options: HttpOptions;

  /** @param addresses of servers that are as good as each other */
  constructor(addresses: readonly string[], options: HttpOptions) {
    this.#addresses = addresses;
    this.#options = options;
  }

  /** The JSON that a path gives. What may pass is tried again, as a connection is. */
  async ask(
    method: "GET" | "PUT",
    path: string,
    body: unknown,
    options: CallOptions = {},
  ): Promise<unknown> {
    const outage = new Outage(this.#options.reconnectTimeoutMs);
    for (;;) {
      const url = toHttpUrl(this.#addresses[this.#place], path);
      try {
        return await this.#askOnce(method, url, body, options);
      } catch (error) {
        const pause = outage.nextPause(error as Error);
        if (pause === null || options.signal?.aborted) throw error;
        this.#place = (this.#place + 1) % this.#addresses.length;
        await startPause(pause).over;
      }
    }
  }

  async #askOnce(
    method: string,
    url: string,
    body: unknown,
    { signal, timeoutMs = this.#options.timeoutMs }: CallOptions,
  ): Promise<unknown> {
    if (signal?.aborted) throw signal.reason;
    const controller = new AbortController();
    const giveUp = () => controller.abort(signal?.reason);
    const late = new TimeoutError(`${url} gave no reply within ${timeoutMs} ms`);
    const stopTimer = callAfter(timeoutMs, () => controller.abort(late));
    signal?.addEventListener("abort", giveUp);
    try {
      const response = await fetch(url, {
        method,
        headers: { ...this.#options.headers, "content-type": "application/json" },
        signal: controller.signal,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return toReply(response, await response.text(), url);
    } catch (error) {
      if (controller.signal.aborted) throw controller.signal.reason;
      if (error instanceof RlveGymError || error instanceof ConnectionError) throw error;
      const { cause = error } = error as Error;
      throw new ConnectionError("UNREACHABLE", `${url} cannot be reached: ${messageOf(cause)}`);
    } finally {
      stopTimer();
      signal?.removeEventListener("abort", giveUp);
    }
  }
}

/** @throws RlveGymError, ConnectionError for a response that is none of success */
function toReply({ status, ok }: Response, text: string, url: string): unknown {
  if (GATEWAY_STATUSES.has(status)) {
    throw new ConnectionError("UNREACHABLE", `${url} cannot be reached: status ${status}`);
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw wrongServer(url, "it gives no JSON");
  }
  if (ok) return body;
  if (!isObject(body) || body.detail === undefined) {
    throw wrongServer(url, `its errors have no detail (status ${status})`);
  }
  throw new RlveGymError({ code: toCode(status), message: toMessage(body.detail) });
}

function toCode(status: number) {
  if (status === 401) return "UNAUTHORIZED";
  return status >= 500 ? "EXECUTION_ERROR" : "VALIDATION_ERROR";
}

/** A detail: a sentence, or issues of validation. */
function toMessage(detail: unknown): string {
  if (!Array.isArray(detail)) return String(detail);
  return detail.map(({ loc, msg }) => `${loc.slice(1).join(".")}: ${msg}`).join("; ");
}
