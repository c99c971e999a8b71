import { createHash, timingSafeEqual } from "node:crypto";
import { ProtocolError } from "../protocol/errors.ts";

/** Whether a request's Authorization header lets it in. */
export type Authorize = (header: string | undefined) => boolean;

/** What those hear whom it does not let in. */
export const UNAUTHORIZED = new ProtocolError(
  "UNAUTHORIZED",
  "This server asks for a key: send the header 'Authorization: Bearer KEY'.",
);

/** The scheme, whose case does not matter (RFC 7235, 2.1), and the key after it. */
const BEARER = /^bearer +/i;

/** Compares `Bearer KEY` in constant time (digests have one length); without a key all may enter. */
export function createAuthorize(key: string | null): Authorize {
  if (key === null) return () => true;
  const expected = digest(key);
  return (header) =>
    header !== undefined &&
    BEARER.test(header) &&
    timingSafeEqual(digest(header.replace(BEARER, "")), expected);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
