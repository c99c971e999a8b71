/** Why there is no problem or result: the request was wrong, or the work failed. */
export interface Failure {
  readonly failure: "invalid" | "failed";
  readonly message: string;
  /** What an exception said: for the log, and for who works in process; never for a client. */
  readonly cause?: string;
}

/** An exception whose text is written for clients: everything else that is thrown is a bug. */
export class Refusal extends Error {}

export function isFailure(value: object): value is Failure {
  return "failure" in value;
}

/** The failure of a request that is wrong. */
export function invalid(message: string): Failure {
  return { failure: "invalid", message };
}
