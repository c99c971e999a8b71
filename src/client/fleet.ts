import type { Reply } from "../protocol/messages.ts";
import type { CallOptions, Signal } from "./call.ts";
import { ConnectionError, isOutage, isTemporary, RlveGymError } from "./errors.ts";
import { Pipe, type PipeOptions } from "./pipe.ts";
import type { Message } from "./replies.ts";
import { isOfBatches } from "./restoring.ts";
import { type Route, Server } from "./server.ts";
import { startPause } from "./timer.ts";

/** A request whose servers have died so often under it is at fault itself. */
const MOST_LOSSES = 10;

/** A request that every server answers, and that says nothing of a session to be restored. */
const SIGN_OF_LIFE = { type: "verify", data: { problems: [] } } as const;

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Servers that share the batches, each on a connection of its own, and a session on one of them. A
 * server that is out of reach is asked for a sign of life again and again, and gets requests once it
 * gives one; what it has not answered goes to another.
 */
export class Fleet implements Route {
  readonly servers: readonly Server[];
  readonly #options: PipeOptions;
  /** The session, whose connection is opened by its first request. */
  readonly #session: Pipe;
  /** The servers that are asked for a sign of life. */
  readonly #called = new Set<Server>();
  readonly #pauses = new Set<() => void>();
  #turn = 0;
  #closed: ConnectionError | null = null;

  constructor(urls: readonly string[], options: PipeOptions) {
    if (urls.length === 0) {
      throw new ConnectionError("WRONG_SERVER", "The list of servers is empty. Name one at least");
    }
    this.#options = options;
    this.#session = new Pipe(urls, options);
    // A connection that has ended is known at once: another server is better than waiting.
    this.servers = urls.map((url) => new Server(url, { ...options, reconnectTimeoutMs: 0 }));
    for (const server of this.servers) void this.#callUntilUp(server);
  }

  /** Waits for the first server that answers. */
  async open(): Promise<void> {
    try {
      await this.#waitForOne(performance.now() + this.#options.reconnectTimeoutMs);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async request(message: Message, options: CallOptions): Promise<Reply> {
    const isSpread = isOfBatches(message) || message.type === "report";
    if (!isSpread) return this.#session.request(message, options);
    const deadline = performance.now() + this.#options.reconnectTimeoutMs;
    let losses = 0;
    for (;;) {
      const server = this.#leastBusy();
      if (server === undefined) {
        await this.#waitForOne(deadline, options.signal);
        continue;
      }
      try {
        return await server.request(message, options);
      } catch (error) {
        if (!isOutage(error)) throw error;
        this.#putOut(server, error);
        const isLoss = error instanceof ConnectionError && error.code === "CONNECTION_LOST";
        if (isLoss && ++losses >= MOST_LOSSES) throw error;
      }
    }
  }

  async close(): Promise<void> {
    this.#closed ??= new ConnectionError("CLOSED", "The client was closed");
    this.#tell();
    const pipes = [this.#session, ...this.servers.map(({ pipe }) => pipe)];
    await Promise.all(pipes.map((pipe) => pipe.close()));
  }

  /** The server with the fewest requests under way; of equals, the next in turn. */
  #leastBusy(): Server | undefined {
    let found: Server | undefined;
    for (let place = 0; place < this.servers.length; place++) {
      const server = this.servers[(this.#turn + place) % this.servers.length];
      if (server.isUp && (found === undefined || server.underWay < found.underWay)) found = server;
    }
    if (found !== undefined) this.#turn = this.servers.indexOf(found) + 1;
    return found;
  }

  /** @throws where waiting is of no use, or has been too long */
  async #waitForOne(deadline: number, signal?: Signal): Promise<void> {
    while (!this.servers.some(({ isUp }) => isUp)) {
      if (this.#closed !== null) throw this.#closed;
      if (signal?.aborted) throw signal.reason;
      const remaining = deadline - performance.now();
      if (remaining <= 0 || this.#isHopeless()) throw this.#toError();
      await this.#pause(remaining, signal);
    }
  }

  /** What never answered may be the wrong addresses: they are not waited for. */
  #isHopeless(): boolean {
    const errors = this.servers.flatMap(({ error }) => error ?? []);
    if (errors.length < this.servers.length) return false;
    return !this.servers.some(({ hasServed }) => hasServed) || !errors.some(isTemporary);
  }

  /** What keeps all servers out of reach, as one error that says it once of each. */
  #toError(): Error {
    const errors = new Map(this.servers.map(({ url, error }) => [url, error]));
    const said = [...errors].map(([url, error]) => error?.message ?? `${url} has not answered yet`);
    const message = `None of ${errors.size} servers is in reach. ${said.join(". ")}`;
    const [first, ...others] = errors.values();
    const isOfAll = (code: string) =>
      others.every((error) => error !== null && "code" in error && error.code === code);
    if (first instanceof RlveGymError && isOfAll(first.code)) {
      return new RlveGymError({ ...first.details, message });
    }
    const isOneKind = first instanceof ConnectionError && isOfAll(first.code);
    return new ConnectionError(isOneKind ? first.code : "UNREACHABLE", message);
  }

  #putOut(server: Server, error: Error): void {
    // Others of its requests have told already.
    if (!server.isUp) return;
    server.noteOutage(error);
    void this.#callUntilUp(server);
  }

  async #callUntilUp(server: Server): Promise<void> {
    if (this.#called.has(server)) return;
    this.#called.add(server);
    await this.#call(server);
    this.#called.delete(server);
  }

  async #call(server: Server): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (this.#closed === null) {
      try {
        await server.pipe.request(SIGN_OF_LIFE, { timeoutMs: this.#options.connectTimeoutMs });
        server.noteReply();
        this.#tell();
        return;
      } catch (error) {
        server.noteOutage(error as Error);
        this.#tell();
      }
      // Workers that lost the same server do not all come back at the same moment.
      const end = performance.now() + pauseMs * (0.5 + Math.random() / 2);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      for (let left = 1; left > 0 && this.#closed === null; left = end - performance.now()) {
        await this.#pause(end - performance.now());
      }
    }
  }

  /** Waits for a while, or until something has changed. */
  async #pause(ms: number, signal?: Signal): Promise<void> {
    const { over, stop } = startPause(ms);
    this.#pauses.add(stop);
    signal?.addEventListener("abort", stop);
    await over;
    signal?.removeEventListener("abort", stop);
    this.#pauses.delete(stop);
  }

  #tell(): void {
    for (const stop of this.#pauses) stop();
  }
}
