import type { Reply } from "../protocol/messages.ts";
import type { CallOptions } from "./call.ts";
import { isOutage, RlveGymError } from "./errors.ts";
import { Pipe, type PipeOptions } from "./pipe.ts";
import type { Message } from "./replies.ts";

/** How a server fares, as a client sees it. */
export interface ServerStatus {
  /** The address of its WebSocket. */
  readonly url: string;
  /** Whether requests go to it. */
  readonly isUp: boolean;
  /** Requests without a reply, those included that wait for a connection. */
  readonly underWay: number;
  /** Requests with a reply, errors included. */
  readonly answered: number;
  /** Requests without one: that were given up, or have gone to another server instead. */
  readonly failed: number;
  /** How often it has been out of reach. */
  readonly outages: number;
  /** Why it is not up. */
  readonly error: string | null;
}

/** How requests get to the server, or to one of several. */
export interface Route {
  readonly servers: readonly Server[];
  /** Rejects where nothing answers. */
  open(): Promise<void>;
  request(message: Message, options: CallOptions): Promise<Reply>;
  close(): Promise<void>;
}

/** A server with the connection on which it is asked, and how it has fared. */
export class Server {
  readonly url: string;
  readonly pipe: Pipe;
  isUp = false;
  hasServed = false;
  underWay = 0;
  error: Error | null = null;
  #answered = 0;
  #failed = 0;
  #outages = 0;

  constructor(url: string, options: PipeOptions) {
    this.url = url;
    this.pipe = new Pipe([url], options);
  }

  get status(): ServerStatus {
    const { url, isUp, underWay } = this;
    return {
      url,
      isUp,
      underWay,
      answered: this.#answered,
      failed: this.#failed,
      outages: this.#outages,
      error: this.error?.message ?? null,
    };
  }

  /** Sends a message; rejects as its pipe does. Whether an error is an outage is for others to note. */
  async request(message: Message, options: CallOptions): Promise<Reply> {
    this.underWay++;
    try {
      const reply = await this.pipe.request(message, options);
      this.#answered++;
      this.noteReply();
      return reply;
    } catch (error) {
      const isReply = error instanceof RlveGymError && !isOutage(error);
      if (isReply) this.#answered++;
      else this.#failed++;
      throw error;
    } finally {
      this.underWay--;
    }
  }

  noteReply(): void {
    this.isUp = true;
    this.hasServed = true;
    this.error = null;
  }

  noteOutage(error: Error): void {
    if (this.isUp || this.error === null) this.#outages++;
    this.isUp = false;
    this.error = error;
  }
}

/** The server of a client that has one: requests wait for it as long as its pipe does. */
export class OnlyServer implements Route {
  readonly #server: Server;

  constructor(url: string, options: PipeOptions) {
    this.#server = new Server(url, options);
  }

  get servers(): readonly Server[] {
    return [this.#server];
  }

  async open(): Promise<void> {
    await this.#server.pipe.open();
    this.#server.noteReply();
  }

  async request(message: Message, options: CallOptions): Promise<Reply> {
    try {
      return await this.#server.request(message, options);
    } catch (error) {
      if (isOutage(error)) this.#server.noteOutage(error);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#server.pipe.close();
  }
}
