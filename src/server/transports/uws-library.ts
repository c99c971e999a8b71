import { createRequire } from "node:module";
import { toMessage } from "../../wording.ts";

/*
 * uWebSockets.js, as far as it is used here: a native library that its maintainers publish on GitHub
 * and not on npm. So it is no dependency, and its types are not there to be imported.
 */

export interface UwsLibrary {
  App(): UwsApp;
  readonly DISABLED: number;
  readonly LIBUS_LISTEN_EXCLUSIVE_PORT: number;
  us_listen_socket_close(listening: UwsListening): void;
  us_socket_local_port(listening: UwsListening): number;
}

/** What listens, opaque. */
export type UwsListening = object;

export interface UwsApp {
  ws<UserData extends object>(path: string, behavior: UwsBehavior<UserData>): UwsApp;
  any(path: string, handler: (response: UwsResponse, request: UwsRequest) => void): UwsApp;
  /** Calls back at once; false where it cannot listen. */
  listen(
    host: string,
    port: number,
    options: number,
    listening: (listening: UwsListening | false) => void,
  ): UwsApp;
  /** Ends every connection. */
  close(): UwsApp;
}

/** A socket has the properties of its user data. It must not be touched after `end` and `close`. */
export interface UwsSocketHandle {
  /** @returns 1 when sent, 0 when it waits to be sent, 2 when dropped (never without a limit) */
  send(message: string | Uint8Array, isBinary: boolean): number;
  /** Bytes that wait to be sent. */
  getBufferedAmount(): number;
  /** Sends a closing frame, and calls the handler of closing before it returns. */
  end(code: number, reason: string): void;
  /** Ends the connection at once, and calls the handler of closing before it returns. */
  close(): void;
  ping(): number;
  /** Writes what is sent meanwhile in one piece, with what waits before it. */
  cork(send: () => void): unknown;
}

export interface UwsBehavior<UserData extends object> {
  readonly compression: number;
  readonly maxPayloadLength: number;
  /** Seconds; 0: none. */
  readonly idleTimeout: number;
  /** Bytes waiting to be sent beyond which messages are dropped; 0: none are. */
  readonly maxBackpressure: number;
  readonly sendPingsAutomatically: boolean;
  upgrade(response: UwsResponse, request: UwsRequest, context: object): void;
  open(handle: UwsSocketHandle & UserData): void;
  /** @param data valid until the handler returns */
  message(handle: UwsSocketHandle & UserData, data: ArrayBuffer, isBinary: boolean): void;
  ping(handle: UwsSocketHandle & UserData): void;
  drain(handle: UwsSocketHandle & UserData): void;
  close(handle: UwsSocketHandle & UserData): void;
}

/** Valid until it is ended or aborted. What writes stands in `cork`. */
export interface UwsResponse {
  cork(write: () => void): UwsResponse;
  writeStatus(status: string): UwsResponse;
  writeHeader(name: string, value: string): UwsResponse;
  /** A chunk of a body of unknown length; false where it waits to be sent. */
  write(chunk: string | Uint8Array): boolean;
  end(body?: string | Uint8Array, closesConnection?: boolean): UwsResponse;
  /** Sends what the system takes of a body of known length: whether that was all, whether it has ended. */
  tryEnd(rest: Uint8Array, length: number): [boolean, boolean];
  endWithoutBody(length?: number, closesConnection?: boolean): UwsResponse;
  getWriteOffset(): number;
  onWritable(handler: (offset: number) => boolean): UwsResponse;
  onAborted(handler: () => void): UwsResponse;
  /** @param handler gets chunks that are valid until it returns */
  onData(handler: (chunk: ArrayBuffer, isLast: boolean) => void): UwsResponse;
  pause(): unknown;
  resume(): unknown;
  close(): UwsResponse;
  upgrade<UserData extends object>(
    userData: UserData,
    key: string,
    protocol: string,
    extensions: string,
    context: object,
  ): void;
}

/** Valid until its handler returns. */
export interface UwsRequest {
  /** Empty where there is none. */
  getHeader(lowerCaseName: string): string;
  getUrl(): string;
  getQuery(): string;
  getCaseSensitiveMethod(): string;
  forEach(visit: (name: string, value: string) => void): void;
}

const INSTALL =
  "install it where the server is installed: npm install --no-save uNetworking/uWebSockets.js#v20.66.0 (for Node 20, 22, 24)";

/** The longest head of a request, in bytes, as node:http has it. The library reads this as it is loaded. */
const MAX_HEAD_BYTES = "16384";

/**
 * The library, where it is installed: beside this package, above it, or in a folder of NODE_PATH.
 * @throws Error of one line that says how to install it, or why it cannot be loaded
 */
export function loadLibrary(): UwsLibrary {
  process.env.UWS_HTTP_MAX_HEADERS_SIZE ??= MAX_HEAD_BYTES;
  // Not import(): that does not regard NODE_PATH.
  const require = createRequire(import.meta.url);
  try {
    return require("uWebSockets.js") as UwsLibrary;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND";
    const [cause] = toMessage(error).split("\n");
    throw new Error(
      isMissing
        ? `RLVEGYM_TRANSPORT is uws, but uWebSockets.js is not there; ${INSTALL}`
        : `RLVEGYM_TRANSPORT is uws, but uWebSockets.js cannot be loaded by Node ${process.versions.node}: ${cause}`,
    );
  }
}
