/* The amounts that bound what one connection may hold, beside the limits of a request. */

/** Beyond this many bytes of waiting replies, requests are not worked on. */
export const MAX_WAITING_REPLY_BYTES = 1 << 20;

/** Beyond this many bytes of waiting replies of all connections, those with the most are cut off. */
export const MAX_UNSENT_BYTES = 1 << 28;

/**
 * Beyond this many bytes of waiting requests, the connection of a client that does not read its
 * replies is not read. Until then it is, whatever waits, so that pings are seen and answered.
 */
export const MAX_WAITING_REQUEST_BYTES = 5 << 19;

/** The connection of a client that reads its replies has so many of the longest messages waiting, */
const MAX_WAITING_MESSAGES = 2;

/** as long as those of all connections beyond that take no more than so many. */
const MAX_WAITING_MESSAGES_OF_ALL = 8;

/** How many bytes of requests may wait. */
export interface BacklogBounds {
  /** Of one connection in any case. */
  readonly share: number;
  /** Of one whose client reads its replies, while there is room for it. */
  readonly most: number;
  /** Of all connections, beyond their shares: the room there is. */
  readonly allTogether: number;
}

export function toBacklogBounds(maxMessageBytes: number): BacklogBounds {
  return {
    share: MAX_WAITING_REQUEST_BYTES,
    most: Math.max(MAX_WAITING_REQUEST_BYTES, MAX_WAITING_MESSAGES * maxMessageBytes),
    allTogether: MAX_WAITING_MESSAGES_OF_ALL * maxMessageBytes,
  };
}

/** What a waiting request costs beside its bytes. */
export const WAITING_REQUEST_OVERHEAD = 256;

/** A session that was made over HTTP and not used ends after this many milliseconds. */
export const UNUSED_SESSION_MS = 60_000;
