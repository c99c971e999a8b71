/** A WebSocket, as far as the client needs one. Nothing it does throws. */
export interface Socket {
  send(frame: string | Uint8Array): void;
  /** Ends it with the closing handshake. */
  close(): void;
  /** Ends it at once. */
  terminate(): void;
}

/** How a connection ended. */
export interface SocketEnd {
  readonly code: number;
  readonly reason: string;
}

/** What is heard of a socket, each in a turn of the event loop of its own. */
export interface SocketListener {
  opened(): void;
  received(frame: string | Uint8Array): void;
  /** It could not be opened: nothing else is heard of it. */
  failed(error: Error): void;
  /** It was open and has ended: nothing else is heard of it. */
  closed(end: SocketEnd): void;
}

export interface SocketOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** How long opening may take. */
  readonly connectTimeoutMs: number;
  /** A server that gives no sign of life for up to twice as long is dead. */
  readonly pingIntervalMs: number;
}
