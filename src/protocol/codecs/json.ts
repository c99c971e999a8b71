import type { ObservationReply } from "../messages.ts";
import { type Codec, isObservation, rememberParts } from "./codec.ts";
import { parseJson, stringifyJson } from "./lossless.ts";

/** Text frames. Integers beyond 2^53 are plain digits, lossless both ways. */
export const json: Codec<string> = {
  name: "JSON",
  decode: (frame) => parseJson(frame.toString("utf8")),
  encode: (reply) => (isObservation(reply) ? encodeObservation(reply) : stringifyJson(reply)),
  join: (replies) => `[${replies.join(",")}]`,
};

const sharedParts = rememberParts(({ observation: { problem_input, metadata } }) => ({
  problem: stringifyJson({ problem_input }),
  metadata: stringifyJson({ metadata }),
}));

function encodeObservation({ type, data, id }: ObservationReply): string {
  const { problem, metadata } = sharedParts(data);
  const { verifier_result, success, message } = data.observation;
  const observation = merge(
    problem,
    JSON.stringify({ verifier_result, success, message }),
    metadata,
  );
  const { reward, done } = data;
  const body = merge(`{"observation":${observation}}`, JSON.stringify({ reward, done }), metadata);
  return id === undefined
    ? `{"type":"${type}","data":${body}}`
    : `{"type":"${type}","data":${body},"id":${stringifyJson(id)}}`;
}

/** One object with the members of several non-empty objects, all as texts. */
function merge(first: string, second: string, third: string): string {
  return `${first.slice(0, -1)},${second.slice(1, -1)},${third.slice(1)}`;
}
