import type { AddressInfo } from "node:net";
import type { Limits } from "../../requests/limits.ts";
import type { Authorize } from "../authorization.ts";
import type { Fetch } from "../http/fetch.ts";
import type { RefuseOrigin } from "../origins.ts";
import type { Sessions } from "../sessions.ts";
import type { Endpoints } from "../sockets/endpoints.ts";

/** What a transport needs of the server. */
export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly fetch: Fetch;
  readonly endpoints: Endpoints;
  readonly sessions: Pick<Sessions, "isDraining">;
  readonly authorize: Authorize;
  readonly refuseOrigin: RefuseOrigin;
  readonly limits: Limits;
  /** Told of each connection whose peer has vanished without a word, where that can be seen. */
  readonly onLostPeer: () => void;
}

/**
 * Begins to listen.
 * @throws Error with the system's code (EADDRINUSE, …) when it cannot listen
 */
export type Listen = (options: ListenOptions) => Promise<Transport>;

/** What listens: it hands HTTP requests to the API and sockets to their endpoints. */
export interface Transport {
  /** Where it listens. */
  readonly address: AddressInfo;
  /** Lets the requests over HTTP that are being answered finish, and cuts off the rest in the end. */
  close(timeoutMs: number): Promise<void>;
}

/** What is not complete may take as many times the longest message, of all connections together. */
export const ALLOWED_MESSAGES = 8;
