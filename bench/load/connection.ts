import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { FrameReader } from "./frames.ts";

/** All connections read into the same memory: what comes is looked at before the next read. */
const readBuffer = Buffer.alloc(2 ** 17);

/**
 * A WebSocket connection that costs as little as possible, so that the load is never what is
 * measured: it writes frames that were encoded before, and counts the replies.
 */
export class LoadConnection {
  readonly #socket: Socket;
  readonly #reader = new FrameReader((payload, length) => this.#receive(payload, length));
  #handshake: Buffer | null = Buffer.alloc(0);
  #onOpen: (error?: Error) => void = () => {};
  #onPayload: ((payload: Buffer) => void) | null = null;
  #frames = 0;
  /** The length that counted replies must have: one of another length is an error. */
  #expected = 0;
  /** Told of each bundle of replies that came at once. */
  onReplies: (count: number) => void = () => {};

  private constructor(port: number, path: string) {
    this.#socket = connect({
      host: "127.0.0.1",
      port,
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (length, buffer) => this.#read(buffer as Buffer, length),
      },
    });
    this.#socket.write(
      [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
        "\r\n",
      ].join("\r\n"),
    );
    this.#socket.on("error", (error) => this.#fail(error));
    this.#socket.on("end", () => this.#fail(new Error("the server ended a connection")));
  }

  static async open(port: number, path = "/ws"): Promise<LoadConnection> {
    const connection = new LoadConnection(port, path);
    await new Promise<void>((resolve, reject) => {
      connection.#onOpen = (error) => (error === undefined ? resolve() : reject(error));
    });
    return connection;
  }

  /** Sends one frame and gives the payload of its reply. */
  ask(frame: Buffer): Promise<Buffer> {
    this.#reader.keepsPayloads = true;
    return new Promise((resolve) => {
      this.#onPayload = resolve;
      this.#socket.write(frame);
    });
  }

  /** From now on replies, all of this length, are counted. */
  countReplies(length: number): void {
    this.#reader.keepsPayloads = false;
    this.#onPayload = null;
    this.#expected = length;
  }

  write(frames: Buffer): void {
    this.#socket.write(frames);
  }

  close(): void {
    this.#socket.destroy();
  }

  /** A connection that fails once it is open ends the bench: its figures would mean nothing. */
  #fail(error: Error): void {
    if (this.#handshake === null) throw error;
    this.#onOpen(error);
  }

  #read(buffer: Buffer, length: number): boolean {
    const chunk = buffer.subarray(0, length);
    if (this.#handshake === null) this.#reader.read(chunk);
    else this.#readHandshake(this.#handshake, chunk);
    const count = this.#frames;
    this.#frames = 0;
    if (count > 0) this.onReplies(count);
    return true;
  }

  #readHandshake(before: Buffer, chunk: Buffer): void {
    this.#handshake = Buffer.concat([before, chunk]);
    const end = this.#handshake.indexOf("\r\n\r\n");
    if (end === -1) return;
    const rest = this.#handshake.subarray(end + 4);
    const [status] = this.#handshake.toString("latin1").split("\r\n");
    this.#handshake = null;
    this.#onOpen(status.includes(" 101 ") ? undefined : new Error(`no WebSocket: ${status}`));
    this.#reader.read(rest);
  }

  #receive(payload: Buffer | null, length: number): void {
    if (payload !== null) {
      this.#onPayload?.(payload);
      return;
    }
    if (length !== this.#expected) {
      throw new Error(`a reply has ${length} bytes, but ${this.#expected} were expected`);
    }
    this.#frames++;
  }
}
