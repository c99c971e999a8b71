import type { Reply } from "../protocol/messages.ts";
import { Call, type CallOptions } from "./call.ts";
import type { Encoding } from "./encodings.ts";
import { ConnectionError, RlveGymError, TimeoutError } from "./errors.ts";
import { KeptSession } from "./kept-session.ts";
import { Link } from "./link.ts";
import { Outage } from "./outage.ts";
import type { Message } from "./replies.ts";
import { hasEffect, withState } from "./restoring.ts";
import type { SocketEnd, SocketOptions } from "./socket.ts";
import { startPause } from "./timer.ts";

export interface PipeOptions extends SocketOptions {
  readonly encoding: Encoding;
  readonly timeoutMs: number;
  readonly reconnectTimeoutMs: number;
}

const MESSAGE_TOO_BIG = 1009;

/**
 * A session over as many connections as it takes: requests are sent as they come and answered in
 * order. On a new connection the session is restored as it was after the last reply, and what has
 * no reply is sent again. It then counts once, since what an unseen reply had changed is gone with
 * the session that it changed.
 */
export class Pipe {
  readonly #urls: readonly string[];
  /** Which of the addresses is connected to. */
  #place = 0;
  readonly #options: PipeOptions;
  readonly #session: KeptSession;
  readonly #outage: Outage;
  #queue: Call[] = [];
  #link: Link | null = null;
  /** While a connection is opened and the session restored, the queue waits. */
  #isConnecting = false;
  #hasServed = false;
  #lastId = 0;
  #closed: ConnectionError | null = null;
  #stopPause = () => {};

  /** @param urls of servers that are as good as each other: one that is lost is followed by the next */
  constructor(urls: readonly string[], options: PipeOptions) {
    this.#urls = urls;
    this.#options = options;
    this.#session = new KeptSession(urls.join(", "));
    this.#outage = new Outage(options.reconnectTimeoutMs);
  }

  /** Opens the first connection, in one try: what never answered may be the wrong address. */
  async open(): Promise<void> {
    await this.#openLink().opened;
  }

  request(
    message: Message,
    { signal, timeoutMs = this.#options.timeoutMs }: CallOptions,
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#closed !== null) return reject(this.#closed);
      if (signal?.aborted) return reject(signal.reason);
      const call = this.#toCall(withState(message), timeoutMs, { resolve, reject });
      if (signal) call.listenTo(signal, () => this.#giveUp(call, signal.reason));
      this.#queue.push(call);
      this.#flush();
    });
  }

  /** Ends the session, and what has no reply. */
  async close(): Promise<void> {
    this.#closed ??= new ConnectionError("CLOSED", "The client was closed");
    const link = this.#link;
    this.#link = null;
    this.#fail(this.#closed, link?.takeBack());
    this.#stopPause();
    await link?.close();
  }

  get #url(): string {
    return this.#urls[this.#place];
  }

  #toCall(
    messages: readonly [Message, ...Message[]],
    timeoutMs: number,
    settling: { resolve(reply: Reply): void; reject(error: unknown): void },
  ): Call {
    const firstId = this.#lastId + 1;
    this.#lastId += messages.length;
    return new Call(messages, firstId, { ...this.#options, timeoutMs }, settling);
  }

  #openLink(): Link {
    const link: Link = new Link(this.#url, this.#options, {
      answered: (call) => this.#answer(call),
      late: (call) => this.#giveUp(call, new TimeoutError(this.#describeLate(call))),
      ended: (how) => this.#lose(link, how),
    });
    this.#link = link;
    return link;
  }

  /** Sends what waits, where there is a connection; has one where there is none. */
  #flush(): void {
    if (this.#isConnecting || this.#queue.length === 0) return;
    if (this.#link === null) {
      void this.#connect(null);
      return;
    }
    const calls = this.#session.tellLoss(this.#queue);
    this.#queue = [];
    for (const call of calls) this.#link.send(call);
  }

  /**
   * Has a connection, on it the session as it was, and sends what waits.
   * @param error of the connection before
   */
  async #connect(error: Error | null): Promise<void> {
    this.#isConnecting = true;
    while (this.#queue.length > 0) {
      const pause = error === null ? 0 : this.#outage.nextPause(error);
      if (error !== null && (pause === null || this.#isRefusedAtFirst(error))) {
        this.#fail(error);
        break;
      }
      if (pause) await this.#pause(pause);
      if (this.#queue.length === 0) break;
      try {
        const link = this.#openLink();
        await link.opened;
        if (this.#closed !== null) break;
        await this.#session.restore((message) => this.#ask(link, message));
        break;
      } catch (caught) {
        error = caught as Error;
        this.#link?.drop();
        this.#link = null;
        this.#place = (this.#place + 1) % this.#urls.length;
      }
    }
    this.#isConnecting = false;
    this.#flush();
  }

  /** Sends a message of its own on a connection on which nothing else is. */
  #ask(link: Link, message: Message): Promise<Reply> {
    return new Promise((resolve, reject) => {
      link.send(this.#toCall([message], this.#options.timeoutMs, { resolve, reject }));
    });
  }

  #answer(call: Call): void {
    this.#hasServed = true;
    this.#session.note(call.message, call.replies);
    const [reply] = call.replies;
    // A reply to `#ask`, which is handed on as it is, says nothing of how those who wait will fare.
    if (!this.#isConnecting) this.#outage.end();
    if (reply.type === "error" && !this.#isConnecting) call.reject(new RlveGymError(reply.data));
    else call.resolve(reply);
  }

  /** Ends a call whose reply nobody waits for any more. What it may have changed is undone. */
  #giveUp(call: Call, reason: unknown): void {
    if (call.isDone) return;
    call.reject(reason);
    const isSent = !this.#queue.includes(call);
    this.#queue = this.#queue.filter((other) => other !== call);
    if (!isSent || this.#isConnecting || !hasEffect(call.message)) return;
    const link = this.#link;
    this.#link = null;
    link?.drop();
    this.#queue.unshift(...(link?.takeBack() ?? []));
    this.#flush();
  }

  #lose(link: Link, how: Error | SocketEnd): void {
    if (link !== this.#link) return;
    const calls = link.takeBack();
    const error = how instanceof Error ? how : this.#toLoss(how, calls);
    if (this.#isConnecting) {
      // What `#ask` sent: `#connect` hears of it there.
      for (const call of calls) call.reject(error);
      return;
    }
    this.#link = null;
    this.#place = (this.#place + 1) % this.#urls.length;
    this.#queue.unshift(...calls.filter(({ isDone }) => !isDone));
    if (this.#queue.length > 0) void this.#connect(error);
  }

  #toLoss(end: SocketEnd, calls: readonly Call[]): Error {
    if (end.code === MESSAGE_TOO_BIG && calls.length > 0) {
      const largest = calls.reduce((one, other) => (other.size > one.size ? other : one));
      const message =
        "The request is larger than the server accepts. Send less at once, or raise RLVEGYM_MAX_MESSAGE_BYTES on the server";
      largest.reject(new RlveGymError({ code: "MESSAGE_TOO_LARGE", message }));
    }
    return this.#outage.toLoss(this.#url, end);
  }

  /** A connection that the server never served is refused for good. */
  #isRefusedAtFirst(error: Error): boolean {
    return error instanceof RlveGymError && !this.#hasServed;
  }

  #fail(error: Error, calls: readonly Call[] = []): void {
    this.#outage.end();
    for (const call of [...calls, ...this.#queue.splice(0)]) call.reject(error);
  }

  async #pause(ms: number): Promise<void> {
    const pause = startPause(ms);
    this.#stopPause = pause.stop;
    await pause.over;
  }

  #describeLate({ message, timeoutMs }: Call): string {
    return `${this.#url} gave no reply to ${message.type} within ${timeoutMs} ms. It does not count, and the session goes on as it was before: send it again, or allow more time with timeoutMs`;
  }
}
