import { setTimeout as delay } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { type ClientOptions, type RawData, WebSocket } from "ws";
import { type Config, readConfig } from "../../src/config.ts";
import { environments } from "../../src/environments/registry.ts";
import { createLog } from "../../src/log.ts";
import { createInProcessProblems } from "../../src/problems/in-process.ts";
import { createPooledProblems } from "../../src/problems/pooled.ts";
import type { Problems } from "../../src/problems/problems.ts";
import { parseJson } from "../../src/protocol/codecs/lossless.ts";
import { encodeMessagePack, msgpack } from "../../src/protocol/codecs/msgpack.ts";
import { type Server, type ServerOptions, startServer } from "../../src/server/server.ts";
import { badWorkers } from "../built.ts";
import { environments as badEnvironments } from "../problems/worker-environments.ts";

/** What the servers of the tests listen by: all of them run over each transport. */
const { RLVEGYM_TRANSPORT } = process.env;
export const isUws = RLVEGYM_TRANSPORT === "uws";

/** What the tests look at in replies. */
export interface AnyReply {
  type: string;
  id?: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: replies of every shape, whose fields tests look into
  data: any;
}

export interface TestServer extends Server {
  readonly url: string;
  readonly httpUrl: string;
}

/** A server in this process on a free port, which ends with the test; without workers of its own. */
export async function startTestServer(
  overrides: Partial<Config> = {},
  problems: Problems = createInProcessProblems({ registry: environments }),
  onBug: (error: unknown) => void = () => {},
  more: Pick<ServerOptions, "curricula" | "statistics"> = {},
): Promise<TestServer> {
  const config = {
    ...readConfig({ RLVEGYM_TRANSPORT }),
    host: "127.0.0.1",
    port: 0,
    drainTimeoutS: 1,
    ...overrides,
  };
  const log = createLog("silent");
  log.error = (entry: unknown) => onBug(entry);
  const server = await startServer({ config, problems, log, ...more });
  onTestFinished(() => server.drain());
  const host = `127.0.0.1:${server.address.port}`;
  return Object.assign(server, { url: `ws://${host}/ws`, httpUrl: `http://${host}` });
}

/** A server of environments that behave badly, which are therefore in workers. */
export function startBadServer(
  overrides: Partial<Config> & Pick<Config, "generationTimeoutS">,
): Promise<TestServer> {
  const problems = createPooledProblems({
    registry: badEnvironments,
    ...badWorkers,
    generationTimeoutMs: overrides.generationTimeoutS * 1000,
  });
  onTestFinished(() => problems.close());
  return startTestServer({ environment: "Quick", ...overrides }, problems);
}

/** A plain client: sends what it is told, and hands out what came, in order. */
export class Peer {
  readonly socket: WebSocket;
  readonly #frames: { data: Buffer; isBinary: boolean }[] = [];
  readonly #waiting: ((frame: { data: Buffer; isBinary: boolean } | null) => void)[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(url, { maxPayload: 0, ...options });
    this.socket.on("error", () => {});
    this.socket.on("message", (data: RawData, isBinary) => {
      const frame = { data: data as Buffer, isBinary };
      const next = this.#waiting.shift();
      if (next) next(frame);
      else this.#frames.push(frame);
    });
    this.closed = new Promise((resolve) => {
      this.socket.on("close", (code, reason) => {
        for (const next of this.#waiting.splice(0)) next(null);
        resolve({ code, reason: reason.toString() });
      });
    });
  }

  static async open(url: string, options: ClientOptions = {}): Promise<Peer> {
    const peer = new Peer(url, options);
    await new Promise((resolve, reject) => {
      peer.socket.once("open", resolve);
      peer.socket.once("error", reject);
    });
    onTestFinished(() => peer.socket.terminate());
    return peer;
  }

  send(message: unknown, encoding: "json" | "msgpack" = "json"): void {
    this.socket.send(encoding === "json" ? JSON.stringify(message) : encodeMessagePack(message));
  }

  /** The next frame, decoded; null when the connection closed instead. */
  async next(): Promise<AnyReply | null> {
    const frame =
      this.#frames.shift() ??
      (this.socket.readyState === WebSocket.CLOSED
        ? null
        : await new Promise<{ data: Buffer; isBinary: boolean } | null>((resolve) => {
            this.#waiting.push(resolve);
          }));
    if (frame === null) return null;
    const { data, isBinary } = frame;
    return (isBinary ? msgpack.decode(data) : parseJson(data.toString())) as AnyReply;
  }

  /** Sends a request and gives its reply. */
  async ask(message: unknown, encoding: "json" | "msgpack" = "json"): Promise<AnyReply> {
    this.send(message, encoding);
    return this.expectReply();
  }

  async askRaw(frame: string | Buffer): Promise<AnyReply> {
    this.socket.send(frame);
    return this.expectReply();
  }

  async expectReply(): Promise<AnyReply> {
    const reply = await this.next();
    if (reply === null) throw new Error("the connection closed without a reply");
    return reply;
  }
}

/** Waits until a condition holds; fails after a long while. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (condition()) return;
    await delay(10);
  }
  throw new Error(`never happened: ${what}`);
}
