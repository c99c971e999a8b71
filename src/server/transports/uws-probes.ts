import type { UwsSocket } from "./uws-socket.ts";

type Probed = Pick<UwsSocket, "probe">;

/** Each socket is probed once in so many seconds, a part of all of them each second. */
const ROUND_S = 60;

/**
 * Finds peers that vanished without a word. The library offers no TCP keep-alive; but a peer's system
 * has to acknowledge a ping, whether or not the peer itself answers, and without that the own system
 * gives the connection up (Linux: after a quarter of an hour, net.ipv4.tcp_retries2).
 */
export class Probes {
  readonly #sockets = new Set<Probed>();
  #next = this.#sockets.values();
  /** How many are due, in parts. */
  #due = 0;
  readonly #timer = setInterval(() => this.#probeSome(), 1_000).unref();

  add(socket: Probed): void {
    this.#sockets.add(socket);
  }

  delete(socket: Probed): void {
    this.#sockets.delete(socket);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #probeSome(): void {
    this.#due += this.#sockets.size / ROUND_S;
    for (; this.#due >= 1; this.#due--) {
      let { value: socket } = this.#next.next();
      if (socket === undefined) {
        this.#next = this.#sockets.values();
        ({ value: socket } = this.#next.next());
      }
      socket?.probe();
    }
  }
}
