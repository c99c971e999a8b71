import type { UwsSocket } from "./uws-socket.ts";

/** Each socket is probed once in so many seconds, a part of all of them each second. */
const ROUND_S = 60;

/**
 * Finds peers that vanished without a word. The library offers no TCP keep-alive; but a peer's system
 * has to acknowledge a ping, whether or not the peer itself answers, and without that the own system
 * gives the connection up (Linux: after a quarter of an hour, net.ipv4.tcp_retries2).
 */
export class Probes {
  readonly #sockets = new Set<UwsSocket>();
  #next = this.#sockets.values();
  readonly #timer = setInterval(() => this.#probeSome(), 1_000).unref();

  add(socket: UwsSocket): void {
    this.#sockets.add(socket);
  }

  delete(socket: UwsSocket): void {
    this.#sockets.delete(socket);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #probeSome(): void {
    for (let left = Math.ceil(this.#sockets.size / ROUND_S); left > 0; left--) {
      const { value: socket } = this.#next.next();
      if (socket === undefined) this.#next = this.#sockets.values();
      else socket.probe();
    }
  }
}
