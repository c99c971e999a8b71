import type { MessageBounds } from "../limits.ts";
import type { Metadata, ObservationData, ObservationReply, Reply } from "../messages.ts";

/** How messages become frames and back: `json.ts` and `msgpack.ts`. Nothing else knows an encoding. */
export interface Codec<Frame extends string | Buffer = string | Buffer> {
  readonly name: "JSON" | "MessagePack";
  /**
   * The value that a frame holds.
   * @param bounds what the frame may hold; by default what messages to a server may
   * @throws Error whose message says what is wrong with the frame
   */
  decode(frame: Buffer, bounds?: MessageBounds): unknown;
  /** One reply, as a frame of its own or as an element for `join`. */
  encode(reply: Reply): Frame;
  /** One frame that holds the array of encoded replies. */
  join(replies: readonly Frame[]): Frame;
}

/** What all observations of one problem repeat, encoded as the codec splices it in. */
export interface SharedParts<Frame> {
  /** The member problem_input. */
  readonly problem: Frame;
  /** The member metadata. */
  readonly metadata: Frame;
}

/**
 * Remembers the encoded parts that observations of one problem repeat, which are most of a reply.
 * Sessions give all observations of a problem the same metadata object: it is the key. A metadata
 * object that is seen once costs nothing but an entry that goes with it.
 */
export function rememberParts<Frame>(
  encodeParts: (data: ObservationData) => SharedParts<Frame>,
): (data: ObservationData) => SharedParts<Frame> {
  const remembered = new WeakMap<Metadata, SharedParts<Frame> & { prompt: string | null }>();
  return (data) => {
    const { metadata, problem_input } = data.observation;
    const known = remembered.get(metadata);
    if (known !== undefined && known.prompt === problem_input) return known;
    const { problem, metadata: encoded } = encodeParts(data);
    const parts = { problem, metadata: encoded, prompt: problem_input };
    remembered.set(metadata, parts);
    return parts;
  };
}

export function isObservation(reply: Reply): reply is ObservationReply {
  // What comes of a tool is called an observation, too.
  return reply.type === "observation" && "problem_input" in reply.data.observation;
}
