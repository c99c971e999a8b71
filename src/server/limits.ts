/* The amounts that bound what one connection may hold, beside the limits of a request. */

/** Beyond this many bytes of waiting replies, requests are not worked on. */
export const MAX_WAITING_REPLY_BYTES = 1 << 20;

/** Beyond this many bytes of waiting replies of all connections, those with the most are cut off. */
export const MAX_UNSENT_BYTES = 1 << 28;

/**
 * Beyond this many bytes of waiting requests, the connection is not read. Until then it is, whatever
 * waits, so that pings are seen and answered.
 */
export const MAX_WAITING_REQUEST_BYTES = 5 << 19;

/** What a waiting request costs beside its bytes. */
export const WAITING_REQUEST_OVERHEAD = 256;

/** A session that was made over HTTP and not used ends after this many milliseconds. */
export const UNUSED_SESSION_MS = 60_000;
