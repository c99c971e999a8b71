import type { Rule } from "./problems.ts";
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
}

/** @throws RequestError */
export function inspect(
  output: string,
  environment: string,
  { markers, reading }: Rule,
): Promise<Inspection> {
  const body = {
    output,
    environment,
    ...(markers !== null && { answer_markers: markers }),
    ...(Object.keys(reading).length > 0 && { reading }),
  };
  return postJson("inspect", JSON.stringify(body));
}
