import { createSlices, isLater, othersTurn } from "../../event-loop.ts";
import { MAX_WAITING_REPLY_BYTES } from "../limits.ts";
import { type AnswerFrame, type Encoded, Farewell, LARGE_FRAME_BYTES } from "./answer-frame.ts";
import type { Socket, SocketListener } from "./socket.ts";
import type { UnsentReplies } from "./unsent.ts";
import { type Backlog, WaitingRequests } from "./waiting-requests.ts";

/** Closing codes of RFC 6455. */
export const CLOSE_CODES = { normal: 1000, goingAway: 1001, tryAgainLater: 1013, policy: 1008 };

/** Where a connection shares the bounds of all together. */
export interface SharedBounds {
  readonly unsent: UnsentReplies;
  readonly backlog: Backlog;
  /** Bytes of messages, counted. */
  readonly traffic: { received: number; sent: number };
}

/**
 * The life of one connection: frames are answered strictly in order. It stops working while too many
 * replies wait and reading while too many requests do, so that nothing is dropped and memory stays
 * bounded.
 */
export class Connection implements SocketListener {
  readonly #answerFrame: AnswerFrame;
  readonly #unsent: UnsentReplies;
  readonly #waiting: WaitingRequests;
  readonly #traffic: SharedBounds["traffic"];
  readonly #onEnd: () => void;
  #socket: Socket | null = null;
  /** A request is being worked on, or the next turn is scheduled. */
  #isBusy = false;
  #isPaused = false;
  /** How to close once the waiting requests are answered. */
  #closing: { code: number; reason: string } | null = null;
  #hasEnded = false;
  #lastActivity = performance.now();
  #lastProgress = this.#lastActivity;
  #lastBufferedBytes = 0;

  /** @param onEnd called once, when the connection has ended, in whatever way */
  constructor(
    answerFrame: AnswerFrame,
    { unsent, backlog, traffic }: SharedBounds,
    onEnd: () => void,
  ) {
    this.#answerFrame = answerFrame;
    this.#unsent = unsent;
    this.#waiting = new WaitingRequests(backlog);
    this.#traffic = traffic;
    this.#onEnd = onEnd;
  }

  /** Begins to serve a socket that reports to this connection. */
  attach(socket: Socket): void {
    this.#socket = socket;
    this.#unsent.add(socket);
  }

  message(frame: Buffer, isBinary: boolean, isLent = false): void {
    if (this.#closing !== null || this.#hasEnded) return;
    this.#traffic.received += frame.length;
    this.#lastActivity = performance.now();
    // A short one that is worked on at once is decoded before this returns.
    const mustKeep = isLent && (frame.length > LARGE_FRAME_BYTES || !this.#canWorkAtOnce);
    this.#waiting.push({ data: mustKeep ? Buffer.from(frame) : frame, isBinary });
    if (this.#isBusy && this.#socket !== null) this.#pauseOrResume(this.#socket);
    else this.#work();
  }

  drain(): void {
    this.#work();
  }

  close(): void {
    this.#hasEnded = true;
    if (this.#socket !== null) this.#unsent.delete(this.#socket);
    this.#waiting.clear();
    this.#onEnd();
  }

  /** Ends the session once the requests that wait are answered. */
  finish(code: number, reason: string): void {
    this.#closing ??= { code, reason };
    this.#work();
  }

  /** Ends the connection at once. */
  terminate(): void {
    this.#socket?.terminate();
  }

  /** Bytes of requests that wait to be worked on and of replies that wait to be sent. */
  get waitingBytes(): number {
    return this.#waiting.bytes + (this.#socket?.bufferedBytes ?? 0);
  }

  /**
   * For how many milliseconds nothing has come while nothing was worked on, and for how many the
   * waiting replies have made no progress. Progress is seen from one call to the next.
   */
  measureSilence(now: number): { idle: number; stalled: number } {
    const buffered = this.#socket?.bufferedBytes ?? 0;
    if (buffered === 0 || buffered < this.#lastBufferedBytes) this.#lastProgress = now;
    this.#lastBufferedBytes = buffered;
    if (this.#isBusy) this.#lastActivity = now;
    return { idle: now - this.#lastActivity, stalled: now - this.#lastProgress };
  }

  /** Whether the next frame is not kept waiting, by others or by replies. */
  get #canWorkAtOnce(): boolean {
    const { bufferedBytes = Number.POSITIVE_INFINITY } = this.#socket ?? {};
    return !this.#isBusy && this.#waiting.isEmpty && bufferedBytes <= MAX_WAITING_REPLY_BYTES;
  }

  /** Answers waiting frames until none is left, one must be waited for, or the turn is over. */
  #work(): void {
    const socket = this.#socket;
    if (socket === null || this.#isBusy || this.#hasEnded) return;
    const isSliceOver = createSlices();
    while (!this.#isBusy && socket.bufferedBytes <= MAX_WAITING_REPLY_BYTES) {
      const frame = this.#waiting.shift();
      if (frame === undefined) {
        if (this.#closing !== null) socket.close(this.#closing.code, this.#closing.reason);
        break;
      }
      const answer = this.#answerFrame(frame.data, frame.isBinary);
      if (isLater(answer)) {
        this.#isBusy = true;
        void answer.then((settled) => this.#goOn(settled));
      } else {
        this.#send(socket, answer);
        if (!this.#waiting.isEmpty && isSliceOver()) {
          this.#isBusy = true;
          void othersTurn().then(() => this.#goOn());
        }
      }
    }
    this.#pauseOrResume(socket);
  }

  #goOn(answer: Encoded | Farewell | null = null): void {
    this.#isBusy = false;
    this.#lastActivity = performance.now();
    if (this.#socket !== null) this.#send(this.#socket, answer);
    this.#work();
  }

  #send(socket: Socket, answer: Encoded | Farewell | null): void {
    if (this.#hasEnded) return;
    const frame = answer instanceof Farewell ? answer.frame : answer;
    if (frame !== null) {
      socket.send(frame);
      // A text's characters: to ask for its bytes would cost as much as to encode it.
      this.#traffic.sent += frame.length;
      this.#unsent.note(frame.length);
    }
    if (answer instanceof Farewell) {
      this.#waiting.clear();
      this.#closing = { code: CLOSE_CODES.normal, reason: "" };
    }
  }

  #pauseOrResume(socket: Socket): void {
    // Behind replies that are not read, a pong would wait as its ping does.
    const mustPause = !this.#waiting.mayGrow(socket.bufferedBytes <= MAX_WAITING_REPLY_BYTES);
    if (mustPause === this.#isPaused || this.#hasEnded) return;
    this.#isPaused = mustPause;
    if (mustPause) socket.pause();
    else socket.resume();
  }
}
