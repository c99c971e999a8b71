import type { AnsweredType, RequestData, ResetData, VerifyData } from "../protocol/messages.ts";
import { isObject } from "./replies.ts";

/** Answer markers: as a pair, or as in the library. */
export type Markers =
  | readonly [start: string, end: string]
  | Readonly<{ start: string; end: string }>;

/** The members that a type names, without those it would let through besides. */
type Named<Data> = {
  [Key in keyof Data as string extends Key ? never : Key]: Data[Key];
};

type WithMarkers<Data> = Omit<Named<Data>, "answer_markers"> & {
  answer_markers?: Markers | null | undefined;
};

/** What a reset takes. Other keys are ignored by the server, and named in `metadata.ignored`. */
export type ResetRequest = WithMarkers<ResetData> & { readonly [key: string]: unknown };

export type VerifyRequest = WithMarkers<VerifyData>;

/** Data of a request of any type, with markers in either shape. */
export type AnyRequestData<Type extends AnsweredType> = Type extends "reset"
  ? ResetRequest
  : Type extends "verify"
    ? VerifyRequest
    : RequestData<Type>;

/** The data as it crosses the wire. */
export function toWire(data: unknown): unknown {
  if (!isObject(data) || !isObject(data.answer_markers)) return data;
  const { start, end } = data.answer_markers;
  return { ...data, answer_markers: [start, end] };
}
