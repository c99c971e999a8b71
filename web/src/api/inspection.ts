import type { Picture } from "../../../src/picture.ts";
import { type ProblemName, type Rule, toNameFields } from "./problems.ts";
import { postJson } from "./request.ts";

export interface OutputPart {
  readonly kind: "ignored" | "text" | "marker" | "answer" | "earlier" | "unfinished";
  readonly text: string;
}

/** How the server reads an output. */
export interface Inspection {
  readonly parts: readonly OutputPart[];
  readonly answer: string | null;
  readonly parsed: string | null;
  /** The problem with what the answer chose. */
  readonly picture?: Picture;
}

/** @throws RequestError */
export function inspect(
  output: string,
  name: ProblemName,
  { markers, reading }: Rule,
): Promise<Inspection> {
  const settings = JSON.stringify({
    output,
    ...(markers !== null && { answer_markers: markers }),
    ...(Object.keys(reading).length > 0 && { reading }),
  });
  return postJson("inspect", `{${toNameFields(name)},${settings.slice(1)}`);
}
