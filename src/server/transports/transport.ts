import type { AddressInfo } from "node:net";

/** What listens: it hands HTTP requests to the API and sockets to their endpoints. */
export interface Transport {
  /** Where it listens. */
  readonly address: AddressInfo;
  /** Lets the requests over HTTP that are being answered finish, and cuts off the rest in the end. */
  close(timeoutMs: number): Promise<void>;
}
