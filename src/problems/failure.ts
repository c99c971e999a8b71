/** Why there is no problem or result: the request was wrong, or the work failed. */
export interface Failure {
  readonly failure: "invalid" | "failed";
  readonly message: string;
}

export function isFailure(value: object): value is Failure {
  return "failure" in value;
}

/** The failure of a request that is wrong. */
export function invalid(message: string): Failure {
  return { failure: "invalid", message };
}
