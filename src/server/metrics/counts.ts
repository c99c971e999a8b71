import { Buckets } from "../../buckets.ts";
import { ERROR_CODES, type RequestType, requests } from "../../protocol/messages.ts";
import { Tally } from "./tally.ts";
import { VerificationCounts } from "./verification-counts.ts";

/** Why a connection, or a request over HTTP, was not let in. */
export const REFUSALS = ["capacity", "key", "origin", "session"] as const;
export type Refusal = (typeof REFUSALS)[number];

/** How sessions end. */
export const ENDS = ["closed", "idle", "unused", "unread", "drain"] as const;
export type End = (typeof ENDS)[number];

/** What a message that is no request counts as. */
export const NO_REQUEST = "invalid";

const LOOP_DELAYS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** What a server counts while it works, as plain numbers: `/metrics` reads them when it is asked. */
export class Counts {
  readonly opened = new Tally(["ws", "mcp"]);
  readonly refused = new Tally<Refusal>(REFUSALS);
  readonly ended = new Tally<End>(ENDS);
  /** Connections that the server ended because the peer has vanished, or all left too much unread. */
  readonly cut = new Tally(["vanished", "unread"]);
  /** Bytes of messages on sockets; of texts that are sent, characters. */
  readonly traffic = { received: 0, sent: 0 };
  readonly requests = new Tally<RequestType | typeof NO_REQUEST>([
    ...(Object.keys(requests) as RequestType[]),
    NO_REQUEST,
  ]);
  readonly errors = new Tally(ERROR_CODES);
  /** Requests over HTTP, by route and status. */
  readonly http = new Map<string, HttpCount>();
  readonly verifications = new VerificationCounts();
  /** In seconds. */
  readonly loopDelay = new Buckets(LOOP_DELAYS_S);

  /** @param route the name of one of the server's routes */
  addHttp(route: string, status: number): void {
    const key = `${route} ${status}`;
    const known = this.http.get(key);
    if (known === undefined) this.http.set(key, { route, status, count: 1 });
    else known.count++;
  }
}

interface HttpCount {
  readonly route: string;
  readonly status: number;
  count: number;
}
