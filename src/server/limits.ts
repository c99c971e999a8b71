/* The amounts that bound what one connection may hold, beside the limits of a request. */

/** Beyond this many bytes of waiting replies, requests are neither read nor worked on. */
export const MAX_WAITING_REPLY_BYTES = 1 << 20;

/** Beyond this many bytes or frames of waiting requests, the connection is not read. */
export const MAX_WAITING_REQUEST_BYTES = 1 << 20;
export const MAX_WAITING_REQUESTS = 1024;
