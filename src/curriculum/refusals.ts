import { type MaybePromise, rescue } from "../event-loop.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import { quote } from "../wording.ts";
import { StoreError, UnknownCurriculum } from "./store.ts";

/** What work on a store gives, now or later, or the error that its exception stands for. */
export function attempt<Value>(
  work: () => MaybePromise<Outcome<Value>>,
): MaybePromise<Outcome<Value>> {
  return rescue(work, toError);
}

function toError(error: unknown): ProtocolError {
  if (error instanceof UnknownCurriculum) {
    return refuse(
      "curriculum",
      `There is no curriculum ${quote(error.message)}: PUT /curricula/{name} or serve --curriculum makes one.`,
      404,
    );
  }
  if (error instanceof StoreError) return new ProtocolError("EXECUTION_ERROR", error.message);
  throw error;
}

/** The error of a request about a curriculum, at one of its fields. */
export function refuse(key: string, message: string, status?: number): ProtocolError {
  const errors = [{ loc: [key], msg: message, type: "value_error" }];
  return new ProtocolError("VALIDATION_ERROR", message, { errors }, status);
}
