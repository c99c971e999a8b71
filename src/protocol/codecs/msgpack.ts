import { Packr } from "../../packr.ts";
import { MESSAGE_BOUNDS } from "../limits.ts";
import type { ObservationReply, Reply, RequestId } from "../messages.ts";
import { type Codec, isObservation, rememberParts } from "./codec.ts";
import { MessageCount } from "./message-count.ts";
import { scanMessagePack } from "./scan-msgpack.ts";

// Standard MessagePack: no records, compact maps, 64-bit integers as numbers where these hold them.
// No option keeps msgpackr from reading extensions, such as references that double and integers of a
// megabyte, nor does any library bound what a frame holds: `scanMessagePack` lets through what is plain.
const packr = new Packr({
  useRecords: false,
  variableMapSize: true,
  mapsAsObjects: true,
  int64AsType: "auto" as "number", // msgpackr reads "auto", its types have not heard of it
  largeBigIntToString: true,
});

/** Any plain value as MessagePack; integers keep being integers. */
export function encodeMessagePack(value: unknown): Buffer {
  return packr.pack(widenIntegers(value));
}

/** Binary frames. Integers beyond 2^53 are 64-bit integers, beyond 64 bits decimal strings. */
export const msgpack: Codec<Buffer> = {
  name: "MessagePack",
  decode: (frame, bounds = MESSAGE_BOUNDS) => {
    const texts = scanMessagePack(frame, new MessageCount(bounds));
    return packr.unpack(texts.length === 0 ? frame : toTexts(frame, texts));
  },
  encode: encodeReply,
  join: (replies) => Buffer.concat([arrayHeader(replies.length), ...replies]),
};

/**
 * The frame with the binaries that begin there as texts, as which clients in other languages mean
 * them: the two differ in nothing but their first byte.
 */
function toTexts(frame: Buffer, binaries: readonly number[]): Buffer {
  const copy = Buffer.from(frame);
  for (const start of binaries) copy[start] += TYPE_OF_TEXTS - TYPE_OF_BINARIES;
  return copy;
}

const TYPE_OF_BINARIES = 0xc4;
const TYPE_OF_TEXTS = 0xd9;

function encodeReply(reply: Reply): Buffer {
  if (isObservation(reply)) return encodeObservation(reply);
  // The figures of a verification need no widening, and are many.
  return reply.type === "verified" ? packr.pack(reply) : encodeMessagePack(reply);
}

const sharedParts = rememberParts(({ observation: { problem_input, metadata } }) => ({
  problem: members({ problem_input }),
  metadata: members({ metadata: widenIntegers(metadata) }),
}));

const OBSERVATION_HEAD = {
  bare: Buffer.concat([mapHeader(2), members({ type: "observation" }), packr.pack("data")]),
  withId: Buffer.concat([mapHeader(3), members({ type: "observation" }), packr.pack("data")]),
  body: Buffer.concat([mapHeader(4), packr.pack("observation"), mapHeader(5)]),
};

function encodeObservation({ data, id }: ObservationReply): Buffer {
  const { problem, metadata } = sharedParts(data);
  const { verifier_result, success, message } = data.observation;
  const { reward, done } = data;
  const parts = [
    id === undefined ? OBSERVATION_HEAD.bare : OBSERVATION_HEAD.withId,
    OBSERVATION_HEAD.body,
    problem,
    members({ verifier_result, success, message }),
    metadata,
    members({ reward, done }),
    metadata,
  ];
  if (id !== undefined) parts.push(encodeId(id));
  return Buffer.concat(parts);
}

function encodeId(id: RequestId): Buffer {
  return members({ id: widenIntegers(id) });
}

/** The members of a small object without the map's header, which is one byte below 16 members. */
function members(object: object): Buffer {
  return packr.pack(object).subarray(1);
}

function mapHeader(size: number): Buffer {
  return Buffer.of(0x80 | size);
}

function arrayHeader(length: number): Buffer {
  const header = Buffer.alloc(5);
  header[0] = 0xdd;
  header.writeUInt32BE(length, 1);
  return header;
}

/**
 * Integers that need more than 32 bits as bigints, since msgpackr writes such numbers as floating
 * point, which a client in another language would read as such.
 */
function widenIntegers(value: unknown): unknown {
  if (typeof value === "number") {
    return Number.isInteger(value) && (value > 0xffff_ffff || value < -0x8000_0000)
      ? BigInt(value)
      : value;
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(widenIntegers);
  const widened: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) widened[key] = widenIntegers(member);
  }
  return widened;
}
