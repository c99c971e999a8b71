import type { ErrorCode, Reply } from "../protocol/messages.ts";
import type { Call } from "./call.ts";
import { RlveGymError } from "./errors.ts";
import { openSocket } from "./open-socket.ts";
import { checkReply, readReply, wrongServer } from "./replies.ts";
import type { Socket, SocketEnd, SocketOptions } from "./socket.ts";
import { callAfter } from "./timer.ts";

/** How long a server may take for the closing handshake. */
const CLOSE_TIMEOUT_MS = 1_000;

/** What is wrong with a frame in which the server finds no id. */
const OF_FRAMES = new Set<ErrorCode>(["INVALID_JSON", "MESSAGE_TOO_LARGE", "BATCH_TOO_LARGE"]);

/** What is heard of a link. */
export interface LinkListener {
  /** All of a call's replies are there. */
  answered(call: Call): void;
  /** A call's reply takes too long. */
  late(call: Call): void;
  /** It was open, and is of no use any more. Heard again for what is sent afterwards. */
  ended(how: Error | SocketEnd): void;
}

/** One connection with the calls on it that have no reply. Replies come in the order of calls. */
export class Link {
  /** Rejects if it cannot be opened. */
  readonly opened: Promise<void>;
  readonly #url: string;
  readonly #listener: LinkListener;
  readonly #socket: Socket;
  #unanswered: Call[] = [];
  #isEnded = false;
  #how: Error | SocketEnd | null = null;
  #onEnd = () => {};

  /** @throws InvalidRequestError where this kind of socket does not do what is asked */
  constructor(url: string, options: SocketOptions, listener: LinkListener) {
    this.#url = url;
    this.#listener = listener;
    let settle: { resolve(): void; reject(error: Error): void } | undefined;
    this.opened = new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
    this.#socket = openSocket(url, options, {
      opened: () => settle?.resolve(),
      failed: (error) => {
        this.#isEnded = true;
        this.#onEnd();
        settle?.reject(error);
      },
      received: (frame) => this.#receive(frame),
      closed: (end) => this.#end(end),
    });
  }

  send(call: Call): void {
    this.#unanswered.push(call);
    const how = this.#how;
    if (how !== null) {
      queueMicrotask(() => this.#listener.ended(how));
      return;
    }
    call.startTimer(() => this.#listener.late(call));
    for (const frame of call.frames) this.#socket.send(frame);
  }

  /** The calls that have no reply, oldest first, for another link. */
  takeBack(): Call[] {
    const calls = this.#unanswered.splice(0);
    for (const call of calls) call.takeBack();
    return calls.filter(({ isDone }) => !isDone);
  }

  /** Ends it at once; its listener hears nothing of it. */
  drop(): void {
    this.#isEnded = true;
    this.#socket.terminate();
  }

  /** Ends it in the way of the protocol, in bounded time. */
  async close(): Promise<void> {
    if (this.#isEnded) return;
    await new Promise<void>((resolve) => {
      const stopTimer = callAfter(CLOSE_TIMEOUT_MS, () => {
        this.#socket.terminate();
        resolve();
      });
      this.#onEnd = () => {
        stopTimer();
        resolve();
      };
      this.#socket.close();
    });
  }

  #receive(frame: string | Uint8Array): void {
    if (this.#isEnded) return;
    try {
      this.#take(readReply(frame, this.#url));
    } catch (error) {
      this.#socket.terminate();
      this.#end(error as Error);
    }
  }

  /** @throws RlveGymError, ConnectionError if the reply is none to what was asked */
  #take(reply: Reply): void {
    const [call] = this.#unanswered;
    const isError = reply.type === "error";
    const isAsked = call !== undefined && reply.id === call.next.id;
    const isOfFrame =
      call !== undefined && isError && reply.id === undefined && OF_FRAMES.has(reply.data.code);
    if (!isAsked && !isOfFrame) {
      // A connection is refused by an error that nobody asked for.
      if (isError && reply.id === undefined) throw new RlveGymError(reply.data);
      throw wrongServer(this.#url, "its replies do not say which request they answer");
    }
    if (!isError) checkReply(reply, call.next.message, this.#url);
    else if (call.replies.length > 0) throw new RlveGymError(reply.data);
    call.replies.push(reply);
    if (!call.isAnswered) return;
    this.#unanswered.shift();
    this.#listener.answered(call);
  }

  #end(how: Error | SocketEnd): void {
    this.#onEnd();
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#how = how;
    this.#listener.ended(how);
  }
}
