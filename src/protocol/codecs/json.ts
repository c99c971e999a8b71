import type { ObservationReply, Reply, RequestId } from "../messages.ts";
import { type Codec, isObservation, rememberParts } from "./codec.ts";
import { parseJson, stringifyJson } from "./lossless.ts";

/** Text frames. Integers beyond 2^53 are plain digits, lossless both ways. */
export const json: Codec<string> = {
  name: "JSON",
  decode: (frame, bounds) => parseJson(frame.toString("utf8"), bounds),
  encode: (reply) => (isObservation(reply) ? encodeObservation(reply) : encodeReply(reply)),
  join: (replies) => `[${replies.join(",")}]`,
};

const sharedParts = rememberParts(({ observation: { problem_input, metadata } }) => ({
  problem: `"problem_input":${JSON.stringify(problem_input)}`,
  metadata: `"metadata":${stringifyJson(metadata)}`,
}));

function encodeReply({ id, ...reply }: Reply): string {
  return withId(stringifyJson(reply), id);
}

/** An object with an id, which is encoded by itself: a bigint slows down the encoding of all else. */
function withId(object: string, id: RequestId | undefined): string {
  return id === undefined ? object : `${object.slice(0, -1)},"id":${stringifyJson(id)}}`;
}

function encodeObservation({ type, data, id }: ObservationReply): string {
  const { problem, metadata } = sharedParts(data);
  const { verifier_result, success, message } = data.observation;
  const result = `"verifier_result":${JSON.stringify(verifier_result)}`;
  const outcome = `"success":${success},"message":${JSON.stringify(message)}`;
  const observation = `{${problem},${result},${outcome},${metadata}}`;
  const figures = `"reward":${JSON.stringify(data.reward)},"done":${data.done}`;
  const body = `{"observation":${observation},${figures},${metadata}}`;
  return withId(`{"type":"${type}","data":${body}}`, id);
}
