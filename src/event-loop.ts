import type { ProtocolError } from "./protocol/errors.ts";

/** A result or an error; exceptions are for bugs. */
export type Outcome<Data> = Data | ProtocolError;

/** Most results are there at once: only generation and slow verification are waited for. */
export type MaybePromise<Value> = Value | Promise<Value>;

/** Goes on with a value now if it is there, or when it comes. (A module that exports `then` cannot be imported dynamically.) */
export function after<Value, Result>(
  value: MaybePromise<Value>,
  next: (value: Value) => Result,
): MaybePromise<Result> {
  return value instanceof Promise ? value.then(next) : next(value);
}
