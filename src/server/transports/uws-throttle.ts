import type { UwsResponse, UwsSocketHandle } from "./uws-library.ts";

/** A socket that can be kept from reading. */
export interface Throttled {
  readonly handle: UwsSocketHandle;
  /** Some of what waited was handed to the system. */
  drained(): void;
}

/** How often sockets that are not read send on: a writable socket is not told of. */
const SEND_ON_MS = 5;

/** How often the time-out of sockets that are read again is put off. */
const PUT_OFF_MS = 4_000;

const nothing = () => {};

/**
 * Keeps sockets from being read, which the library offers for the bodies of requests only: `pause`
 * and `resume` of a response. To it both are one and the same connection (a response and a WebSocket
 * are pointers to the same `us_socket_t`: src/AsyncSocket.h of uWebSockets), and both functions work
 * on the connection and regard nothing of the response. What has to be known of them:
 *
 * - `pause` stops waiting for readable and writable alike. So what waits to be sent is sent on from
 *   time to time, by an empty `cork`; and a write that the system does not take whole makes the library
 *   wait for both again, so that `pause` follows each one.
 * - `resume` waits for what the last socket did that was paused in the same state, with or without
 *   bytes to be sent. With bytes, a write that is not taken whole does the same, and needs no memory.
 * - `resume` sets a response's time-out of 10 s, until a message comes: it is put off by the same.
 */
export class Throttle {
  readonly #paused = new Set<Throttled>();
  /** Read again, and silent since. */
  readonly #resumed = new Set<Throttled>();
  #prototype: Pick<UwsResponse, "pause" | "resume"> | undefined;
  #sendOn: NodeJS.Timeout | undefined;
  #putOff: NodeJS.Timeout | undefined;
  #isPausing = false;
  #hasOpened = false;

  /** Takes the two functions of any response. */
  learn(response: UwsResponse): void {
    this.#prototype ??= Object.getPrototypeOf(response);
  }

  /** To be told of every socket as it is opened: the first one teaches the library what to wait for. */
  opened(socket: Throttled): void {
    if (this.#hasOpened) return;
    this.#hasOpened = true;
    this.#readOn(socket);
  }

  pause(socket: Throttled): void {
    this.#resumed.delete(socket);
    this.#paused.add(socket);
    this.#prototype?.pause.call(socket.handle);
    this.wasWritten();
    this.#sendOn ??= setInterval(() => this.#sendAllOn(), SEND_ON_MS);
  }

  /** To be told when paused sockets may have been written to: the library writes later in this turn. */
  wasWritten(): void {
    if (this.#isPausing) return;
    this.#isPausing = true;
    setImmediate(() => {
      this.#isPausing = false;
      for (const { handle } of this.#paused) this.#prototype?.pause.call(handle);
    });
  }

  resume(socket: Throttled): void {
    if (!this.#paused.delete(socket)) return;
    if (this.#paused.size === 0) this.#stopSendingOn();
    const { handle } = socket;
    if (handle.getBufferedAmount() > 0) handle.cork(nothing);
    // What could not be sent now is waited for, and so is what comes.
    if (handle.getBufferedAmount() > 0) return;
    this.#prototype?.resume.call(handle);
    this.#keep(socket);
  }

  /** A message has come: the time-out is off. */
  hasRead(socket: Throttled): void {
    if (this.#resumed.size > 0) this.#resumed.delete(socket);
  }

  /** The socket has ended. */
  forget(socket: Throttled): void {
    this.#resumed.delete(socket);
    if (this.#paused.delete(socket) && this.#paused.size === 0) this.#stopSendingOn();
  }

  close(): void {
    this.#stopSendingOn();
    clearInterval(this.#putOff);
  }

  #stopSendingOn(): void {
    clearInterval(this.#sendOn);
    this.#sendOn = undefined;
  }

  #sendAllOn(): void {
    for (const socket of this.#paused) {
      const { handle } = socket;
      const before = handle.getBufferedAmount();
      if (before === 0) continue;
      handle.cork(nothing);
      this.#prototype?.pause.call(handle);
      if (handle.getBufferedAmount() < before) socket.drained();
    }
  }

  /** Has a socket that is read go on with what it waits for now, with a new time-out. */
  #readOn(socket: Throttled): void {
    this.#prototype?.pause.call(socket.handle);
    this.#prototype?.resume.call(socket.handle);
    this.#keep(socket);
  }

  /** Puts its time-out off again and again, until a message comes. */
  #keep(socket: Throttled): void {
    this.#resumed.add(socket);
    this.#putOff ??= setInterval(() => {
      for (const resumed of this.#resumed) this.#readOn(resumed);
    }, PUT_OFF_MS).unref();
  }
}
