import { MAX_WAITING_REPLY_BYTES } from "../limits.ts";
import type { Socket, SocketListener } from "../sockets/socket.ts";
import type { UwsSocketHandle } from "./uws-library.ts";
import type { Throttle, Throttled } from "./uws-throttle.ts";

/** After this long replies that were not read before a close are given up. */
const CLOSE_TIMEOUT_MS = 5_000;

/** Texts of so many characters are encoded here: the library takes longer, and copies bytes at once. */
const MAX_ENCODED = 16 * 1024;
const scratch = Buffer.allocUnsafe(3 * MAX_ENCODED);

function encodeText(text: string): string | Buffer {
  return text.length > MAX_ENCODED ? text : scratch.subarray(0, scratch.write(text));
}

/** uWebSockets.js behind the seam. What the library tells of a socket goes through here. */
export class UwsSocket implements Socket, Throttled {
  /** Not to be touched once `#hasEnded`. */
  readonly handle: UwsSocketHandle;
  readonly #listener: SocketListener;
  readonly #throttle: Throttle;
  #hasEnded = false;
  /** Bytes may wait; asking the library at each message would cost more than sending one. */
  #mayWait = false;
  #isPaused = false;
  /** Too many pongs wait. */
  #isHeld = false;
  /** Ends it once nothing waits to be sent: of what waits when it ends, the library does not tell. */
  #closing: { readonly end: () => void; readonly timer: NodeJS.Timeout } | null = null;

  constructor(handle: UwsSocketHandle, listener: SocketListener, throttle: Throttle) {
    this.handle = handle;
    this.#listener = listener;
    this.#throttle = throttle;
  }

  get bufferedBytes(): number {
    if (!this.#mayWait || this.#hasEnded) return 0;
    const bytes = this.handle.getBufferedAmount();
    this.#mayWait = bytes > 0;
    return bytes;
  }

  send(frame: string | Buffer): void {
    if (this.#hasEnded) return;
    const isBinary = typeof frame !== "string";
    if (this.handle.send(isBinary ? frame : encodeText(frame), isBinary) !== 1) {
      this.#mayWait = true;
    }
    if (this.#isThrottled) this.#throttle.wasWritten();
  }

  pause(): void {
    this.#isPaused = true;
    this.#pauseOrResume();
  }

  resume(): void {
    this.#isPaused = false;
    this.#pauseOrResume();
  }

  close(code: number, reason: string): void {
    if (this.#hasEnded || this.#closing !== null) return;
    const end = () => this.handle.end(code, reason);
    if (this.bufferedBytes === 0) end();
    else this.#closing = { end, timer: setTimeout(() => this.terminate(), CLOSE_TIMEOUT_MS) };
  }

  terminate(): void {
    if (!this.#hasEnded) this.handle.close();
  }

  /** Sends what a system without an answer asks for again, until it gives the connection up. */
  probe(): void {
    if (!this.#hasEnded) this.handle.ping();
  }

  /** @param data valid until this returns */
  received(data: ArrayBuffer, isBinary: boolean): void {
    this.#throttle.hasRead(this);
    // What was read at once with what led to the pause still comes.
    if (this.#isThrottled) this.#throttle.wasWritten();
    this.#listener.message(Buffer.from(data), isBinary, true);
  }

  /** The library has answered a ping, also where its pongs wait: it sets no bound to these. */
  pinged(): void {
    this.#mayWait = true;
    if (this.bufferedBytes <= MAX_WAITING_REPLY_BYTES) return;
    this.#isHeld = true;
    this.#pauseOrResume();
  }

  drained(): void {
    if (this.#isHeld && this.bufferedBytes <= MAX_WAITING_REPLY_BYTES) {
      this.#isHeld = false;
      this.#pauseOrResume();
    }
    if (this.#closing !== null && this.bufferedBytes === 0) this.#closing.end();
    else this.#listener.drain();
  }

  /** Comes once, also in the midst of `close` and `terminate`. */
  ended(): void {
    this.#hasEnded = true;
    this.#throttle.forget(this);
    clearTimeout(this.#closing?.timer);
    // Whoever closes a socket does not expect to hear of it before that has returned.
    queueMicrotask(() => this.#listener.close());
  }

  get #isThrottled(): boolean {
    return this.#isPaused || this.#isHeld;
  }

  #pauseOrResume(): void {
    if (this.#hasEnded) return;
    if (this.#isThrottled) this.#throttle.pause(this);
    else this.#throttle.resume(this);
  }
}
