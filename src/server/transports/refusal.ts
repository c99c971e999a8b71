import type { ProtocolError } from "../../protocol/errors.ts";
import { CLOSE_CODES } from "../sockets/connection.ts";

const REFUSAL_CLOSE_CODES: Partial<Record<string, number>> = {
  CAPACITY_REACHED: CLOSE_CODES.tryAgainLater,
};

/** The code by which a connection is closed that gets no session. */
export function toCloseCode({ data }: ProtocolError): number {
  return REFUSAL_CLOSE_CODES[data.code] ?? CLOSE_CODES.policy;
}
