import type { Reply } from "../protocol/messages.ts";
import { type Encoding, encode } from "./encodings.ts";
import { InvalidRequestError, messageOf } from "./errors.ts";
import type { Message } from "./replies.ts";
import { callAfter } from "./timer.ts";

/** The part of an AbortSignal that is used. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export interface CallOptions {
  /** How long the reply may take once the request is sent. Default: the client's. */
  readonly timeoutMs?: number | undefined;
  /** Gives the request up: it does not count, and its promise rejects with the signal's reason. */
  readonly signal?: Signal | undefined;
}

interface Settling {
  resolve(reply: Reply): void;
  reject(error: unknown): void;
}

/** A request with all that waits for its reply. On another connection it is sent again as it is. */
export class Call {
  /** What is sent: the request and, where it may change the session, one for the state. */
  readonly messages: readonly [Message, ...Message[]];
  readonly frames: readonly (string | Uint8Array)[];
  readonly timeoutMs: number;
  /** What has come for its messages, in order. */
  replies: Reply[] = [];
  /** Whether its promise has its outcome. */
  isDone = false;
  readonly #firstId: number;
  readonly #settling: Settling;
  #stopTimer = () => {};
  #stopListening = () => {};

  /**
   * @param firstId of the numbers of its messages, which belong to it alone
   * @throws InvalidRequestError
   */
  constructor(
    messages: readonly [Message, ...Message[]],
    firstId: number,
    options: { readonly encoding: Encoding; readonly timeoutMs: number },
    settling: Settling,
  ) {
    this.messages = messages;
    this.timeoutMs = options.timeoutMs;
    this.#firstId = firstId;
    this.#settling = settling;
    try {
      this.frames = messages.map((message, index) =>
        encode({ ...message, id: firstId + index }, options.encoding),
      );
    } catch (error) {
      throw new InvalidRequestError(`What was passed cannot be sent: ${messageOf(error)}`);
    }
  }

  /** The request itself. */
  get message(): Message {
    return this.messages[0];
  }

  /** The message whose reply comes next, and its number. */
  get next(): { readonly message: Message; readonly id: number } {
    const index = this.replies.length;
    return { message: this.messages[index] ?? this.message, id: this.#firstId + index };
  }

  /** Of all that is sent: bytes, or characters of JSON. */
  get size(): number {
    return this.frames.reduce((sum, frame) => sum + frame.length, 0);
  }

  get isAnswered(): boolean {
    return this.replies.length === this.messages.length;
  }

  startTimer(call: () => void): void {
    this.#stopTimer = callAfter(this.timeoutMs, call);
  }

  listenTo(signal: Signal, call: () => void): void {
    signal.addEventListener("abort", call);
    this.#stopListening = () => signal.removeEventListener("abort", call);
  }

  /** It waits to be sent again, and forgets what came. */
  takeBack(): void {
    this.#stopTimer();
    this.replies = [];
  }

  resolve(reply: Reply): void {
    this.#end();
    this.#settling.resolve(reply);
  }

  reject(error: unknown): void {
    this.#end();
    this.#settling.reject(error);
  }

  #end(): void {
    this.isDone = true;
    this.#stopTimer();
    this.#stopListening();
  }
}
