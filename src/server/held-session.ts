import type { MaybePromise } from "../event-loop.ts";
import type { Session } from "../session/session.ts";
import type { AnswerFrame } from "./sockets/answer-frame.ts";
import { Connection, type SharedBounds } from "./sockets/connection.ts";

/**
 * A session that no connection owns: made by a request over HTTP, found by its id, ended by another
 * request, by the idle time-out or by the server's end. One `/ws` connection at a time may attach to
 * it; then requests over HTTP and frames of the socket take turns.
 */
export class HeldSession {
  readonly session: Session;
  readonly #bounds: SharedBounds;
  readonly #onEnd: () => void;
  #connection: Connection | null = null;
  #lastTurn: Promise<unknown> = Promise.resolve();
  #turnsWaiting = 0;
  #lastActivity = performance.now();
  #isUsed = false;
  /** It ends as soon as no connection is attached. */
  #isEnding = false;
  #hasEnded = false;

  /**
   * @param bounds as a connection's
   * @param onEnd called once, when the session has ended, in whatever way
   */
  constructor(session: Session, bounds: SharedBounds, onEnd: () => void) {
    this.session = session;
    this.#bounds = bounds;
    this.#onEnd = onEnd;
  }

  get id(): string {
    return this.session.id;
  }

  get isAttached(): boolean {
    return this.#connection !== null;
  }

  /** Whether anything came after its making. */
  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** Does something with the session once all that came before is done, over HTTP or a socket. */
  async inTurn<Result>(work: () => MaybePromise<Result>): Promise<Result> {
    this.#isUsed = true;
    this.#turnsWaiting++;
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      this.#turnsWaiting--;
      this.#lastActivity = performance.now();
    }
  }

  /** The connection of a socket that is about to work on this session; it takes no slot. */
  attach(answerFrame: AnswerFrame): Connection {
    const connection = new Connection(
      (data, isBinary) => {
        const kept = Buffer.from(data);
        return this.inTurn(() => answerFrame(kept, isBinary));
      },
      this.#bounds,
      () => this.#detach(),
    );
    this.#connection = connection;
    this.#isUsed = true;
    return connection;
  }

  /** A sign of life that is no turn. */
  touch(): void {
    this.#isUsed = true;
    this.#lastActivity = performance.now();
  }

  /** Ends it now or, while a socket is attached, when that has gone; says whether it has ended. */
  close(): boolean {
    this.#isEnding = true;
    if (this.#connection === null) this.#end();
    return this.#hasEnded;
  }

  /** Ends it; a socket that is attached is told so once the frames that wait are answered. */
  finish(code: number, reason: string): void {
    if (!this.close()) this.#connection?.finish(code, reason);
  }

  /** Ends it at once, and its socket with it. */
  terminate(): void {
    this.#connection?.terminate();
    this.#end();
  }

  /** As a connection's: over HTTP and a socket together. */
  measureSilence(now: number): { idle: number; stalled: number } {
    const idle = this.#turnsWaiting > 0 ? 0 : now - this.#lastActivity;
    if (this.#connection === null) return { idle, stalled: 0 };
    const socket = this.#connection.measureSilence(now);
    return { idle: Math.min(idle, socket.idle), stalled: socket.stalled };
  }

  #detach(): void {
    this.#connection = null;
    this.#lastActivity = performance.now();
    if (this.#isEnding) this.#end();
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#onEnd();
  }
}
