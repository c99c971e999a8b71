import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";

/* Servers that are not RLVE-Gym's, and a network that fails. */

export async function listen(server: HttpServer | Server, port = 0): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A port on which nothing listens. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  const { port } = new URL(await listen(server));
  await new Promise((resolve) => server.close(resolve));
  return Number(port);
}

/** What a fake server does with a connection, and with each message on it. */
export interface Fake {
  connected?(socket: WebSocket): void;
  received?(socket: WebSocket, frame: Buffer): void;
}

/** A WebSocket server that does what the test wants. */
export async function startFake({ connected, received }: Fake): Promise<string> {
  const http = createHttpServer();
  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (socket) => {
    socket.on("message", (frame) => received?.(socket, frame as Buffer));
    connected?.(socket);
  });
  const url = await listen(http);
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    http.close();
  });
  return url;
}

/** A server that does what the test wants with bare connections. */
export async function startTcp(connected: (socket: Socket) => void, port = 0): Promise<string> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => {});
    connected(socket);
  });
  const url = await listen(server, port);
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return url;
}

/**
 * Passes bytes between clients and a server, and cuts connections without a word: each after so many
 * bytes of both directions together, or all when it is told to.
 */
export class FlakyProxy {
  url = "";
  /** How many connections were cut because their bytes were used up. */
  cuts = 0;
  connections = 0;
  /** Whether what either side sends is held back, and lost. */
  isSilent = false;
  /** Whether what the server sends is lost. */
  losesReplies = false;
  readonly #open = new Set<Socket>();
  readonly #target: () => number;
  readonly #drawRoom: () => number;

  private constructor(target: () => number, drawRoom: () => number) {
    this.#target = target;
    this.#drawRoom = drawRoom;
  }

  /** @param target the port behind it, now */
  static async start(target: () => number, drawRoom = () => Infinity): Promise<FlakyProxy> {
    const proxy = new FlakyProxy(target, drawRoom);
    proxy.url = await startTcp((socket) => proxy.#serve(socket));
    onTestFinished(() => proxy.drop());
    return proxy;
  }

  drop(): void {
    for (const socket of this.#open) socket.resetAndDestroy();
  }

  #serve(here: Socket): void {
    this.connections++;
    const there = connect(this.#target(), "127.0.0.1");
    let room = this.#drawRoom();
    const cut = () => {
      here.resetAndDestroy();
      there.resetAndDestroy();
    };
    const passOn = (from: Socket, to: Socket) => {
      this.#open.add(from);
      from.on("error", () => {});
      from.on("close", () => {
        this.#open.delete(from);
        to.destroy();
      });
      from.on("data", (bytes) => {
        if (this.isSilent || (this.losesReplies && from === there)) return;
        room -= bytes.length;
        if (room >= 0) to.write(bytes);
        else if (room + bytes.length >= 0) {
          this.cuts++;
          // What is before the cut arrives.
          to.write(bytes.subarray(0, room + bytes.length), cut);
        }
      });
    };
    passOn(here, there);
    passOn(there, here);
  }
}
