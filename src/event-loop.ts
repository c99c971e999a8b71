import { setImmediate } from "node:timers/promises";

/*
 * What keeps the event loop free: work that may take long is done in slices, between which others
 * have their turn; and what is there at once is not waited for.
 */

/** Most results are there at once: only generation and slow verification are waited for. */
export type MaybePromise<Value> = Value | Promise<Value>;

/** Whether a value is still to come: only then it is worth an `await`, which costs a turn. */
export function isLater<Value>(value: MaybePromise<Value>): value is Promise<Value> {
  return value instanceof Promise;
}

/** Goes on with a value now if it is there, or when it comes. (A module that exports `then` cannot be imported dynamically.) */
export function after<Value, Result>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> {
  return isLater(value) ? value.then(next) : next(value);
}

/** What work gives, or what `fail` makes of its exception, now or later. */
export function rescue<Value>(
  work: () => MaybePromise<Value>,
  fail: (error: unknown) => Value,
): MaybePromise<Value> {
  try {
    const value = work();
    return isLater(value) ? value.catch(fail) : value;
  } catch (error) {
    return fail(error);
  }
}

/**
 * What `next` makes of what work gives, or `fail` of an exception of either, now or later: one
 * promise for `after` and `rescue` together.
 */
export function conclude<Value, Result>(
  work: () => MaybePromise<Value>,
  next: (value: Value) => Result,
  fail: (error: unknown) => Result,
): MaybePromise<Result> {
  const goOn = (value: Value): Result => {
    try {
      return next(value);
    } catch (error) {
      return fail(error);
    }
  };
  let value: MaybePromise<Value>;
  try {
    value = work();
  } catch (error) {
    return fail(error);
  }
  return isLater(value) ? value.then(goOn, fail) : goOn(value);
}

/** How long one piece of work may hold the event loop before others have their turn. */
const SLICE_MS = 4;

/** Gives a function that says, between two pieces of work, whether to let others have a turn. */
export function createSlices(): () => boolean {
  let end = performance.now() + SLICE_MS;
  return () => {
    const now = performance.now();
    if (now < end) return false;
    end = now + SLICE_MS;
    return true;
  };
}

/** Resolves after all that waits for its turn has had one. */
export function othersTurn(): Promise<void> {
  return setImmediate();
}

let lastTurnAlone: Promise<void> = Promise.resolve();

/** Resolves in a turn of the event loop in which nothing else that waits for this goes on. */
export function turnAlone(): Promise<void> {
  lastTurnAlone = lastTurnAlone.then(othersTurn);
  return lastTurnAlone;
}
