/** The seam to a WebSocket library: what a connection needs of it, and no more. */
export interface Socket {
  /** Bytes of replies that wait to be sent. */
  readonly bufferedBytes: number;
  send(frame: string | Buffer): void;
  /** Stops reading: the peer's TCP window fills up. */
  pause(): void;
  resume(): void;
  /** Starts the closing handshake. */
  close(code: number, reason: string): void;
  /** Ends the connection at once. */
  terminate(): void;
}

/** What a socket tells its connection. */
export interface SocketListener {
  /** @param isLent whether the frame's bytes are valid only until this returns */
  message(frame: Buffer, isBinary: boolean, isLent?: boolean): void;
  /** All waiting replies were handed to the system. */
  drain(): void;
  /** The connection ended, in whatever way; comes exactly once. */
  close(): void;
}
