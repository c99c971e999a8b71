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

/**
 * The data as it crosses the wire. What is told to a curriculum has an id, so that it counts once
 * where a connection ends before the reply and it is sent again.
 */
export function toWire(type: string, data: unknown): unknown {
  if (!isObject(data)) return data;
  const { answer_markers: markers, curriculum, report_id: reportId } = data;
  const isTold = (type === "verify" || type === "report") && curriculum != null;
  return {
    ...data,
    ...(isObject(markers) && { answer_markers: [markers.start, markers.end] }),
    ...(isTold && reportId == null && { report_id: drawId() }),
  };
}

/** As random as a UUID, which only pages of https could draw. */
function drawId(): string {
  const words = [...crypto.getRandomValues(new Uint32Array(4))];
  return words.map((word) => word.toString(16).padStart(8, "0")).join("");
}
