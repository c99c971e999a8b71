import { refuse } from "../http/bodies.ts";
import type { Intake } from "./intake.ts";
import type { ListenOptions } from "./transport.ts";
import { type BodyHead, receiveBody, toShared } from "./uws-body.ts";
import type { UwsRequest, UwsResponse } from "./uws-library.ts";
import { sendResponse } from "./uws-response.ts";

/** The requests that are being answered. */
export class HttpRequests {
  readonly #options: ListenOptions;
  readonly #intake: Intake;
  readonly #underWay = new Set<Promise<void>>();
  #isClosing = false;

  constructor(options: ListenOptions, intake: Intake) {
    this.#options = options;
    this.#intake = intake;
  }

  /** Answers a request by `fetch`. */
  answer(response: UwsResponse, request: UwsRequest): void {
    const answered = this.#answer(response, request).catch(() => {});
    this.#underWay.add(answered);
    void answered.then(() => this.#underWay.delete(answered));
  }

  /** From now on connections end behind their responses; resolves when none is under way. */
  async finish(): Promise<void> {
    this.#isClosing = true;
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Rejects where the client, or what makes the response's body, has failed: nobody is left to be told. */
  async #answer(response: UwsResponse, request: UwsRequest): Promise<void> {
    const { fetch, authorize, endpoints } = this.#options;
    const gone = new AbortController();
    response.onAborted(() => gone.abort());
    const { signal } = gone;
    if (request.getHeader("upgrade").toLowerCase() === "websocket") {
      // What is right of these has become a socket.
      const path = request.getUrl().replace(/\/$/, "");
      const refusal = endpoints.has(path) ? refuse(400, "Bad Request") : refuse(404, "Not Found");
      return sendResponse({ response, isHead: false, signal, isLast: true }, refusal);
    }
    const isHead = request.getCaseSensitiveMethod() === "HEAD";
    const head = this.#toBodyHead(request);
    // Without a key no body is read.
    const isWanted = head !== null && authorize(request.getHeader("authorization") || undefined);
    const hasRoom = !isWanted || this.#takeRoom(head);
    const body = head === null ? null : receiveBody(response, head, isWanted && hasRoom, signal);
    if (isWanted && hasRoom) void body?.ended.then(() => this.#intake.giveBack(toShared(head)));
    const toRequest = copyRequest(request);
    if (!hasRoom) {
      return sendResponse({ response, isHead, signal, isLast: true }, refuseBody());
    }
    const made = toRequest((await body?.bytes) ?? null, signal);
    if (signal.aborted) return;
    const answer = made === null ? refuse(400, "Bad Request") : await fetch(made);
    // Without the rest of the body it is not known where the next request begins.
    const isLast = !((await body?.discardRest()) ?? true) || this.#isClosing;
    if (!signal.aborted) await sendResponse({ response, isHead, signal, isLast }, answer);
  }

  /** Null where there is no body. */
  #toBodyHead(request: UwsRequest): BodyHead | null {
    const length = request.getHeader("content-length");
    if (length === "" && request.getHeader("transfer-encoding") === "") return null;
    const { maxMessageBytes } = this.#options.limits;
    return { length: length === "" ? undefined : Number(length), maxBytes: maxMessageBytes };
  }

  #takeRoom(head: BodyHead): boolean {
    const shared = toShared(head);
    if (shared > 0 && !this.#intake.hasRoom(shared)) return false;
    this.#intake.take(shared);
    return true;
  }
}

function refuseBody(): Response {
  const detail = "The server is receiving as much as it may: try again in a second.";
  return refuse(503, detail, { "retry-after": "1" });
}

/** Copies what the library gives for a moment; the function makes a request of it, or null of what is none. */
function copyRequest(request: UwsRequest) {
  const method = request.getCaseSensitiveMethod();
  const query = request.getQuery();
  const target = request.getUrl() + (query ? `?${query}` : "");
  const host = request.getHeader("host");
  const fields: [string, string][] = [];
  request.forEach((name, value) => {
    fields.push([name, value]);
  });
  return (bytes: Buffer | null, signal: AbortSignal): Request | null => {
    try {
      const body = method === "GET" || method === "HEAD" ? null : bytes;
      return new Request(`http://${host}${target}`, { method, headers: fields, body, signal });
    } catch {
      return null;
    }
  };
}
