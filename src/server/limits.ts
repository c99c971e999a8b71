/** The amounts that bound what one connection may cost. Schemas state shape only. */
export interface Limits {
  /** A longer message is answered by MESSAGE_TOO_LARGE; one over twice as long ends the connection. */
  readonly maxMessageBytes: number;
  /** The most requests in an array, problems in a batch, and outputs of one problem. */
  readonly maxBatch: number;
}

/** Beyond this many bytes of waiting replies, requests are neither read nor worked on. */
export const MAX_WAITING_REPLY_BYTES = 1 << 20;

/** Beyond this many bytes or frames of waiting requests, the connection is not read. */
export const MAX_WAITING_REQUEST_BYTES = 1 << 20;
export const MAX_WAITING_REQUESTS = 1024;

/** How long one connection's requests may hold the event loop before others have their turn. */
export const CONNECTION_SLICE_MS = 4;
