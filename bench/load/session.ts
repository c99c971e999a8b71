import type { Built } from "../built.ts";
import { LoadConnection } from "./connection.ts";
import { toClientFrame } from "./frames.ts";
import type { Exercise } from "./workload.ts";

/** How the load encodes its messages, and how the echo server is to mark its replies. */
export interface Encoding {
  readonly name: "JSON" | "MessagePack";
  readonly kind: "text" | "binary";
  toFrame(message: object): Buffer;
  decode(payload: Buffer): unknown;
}

export function toEncodings({ encodeMessagePack, msgpack }: Built): readonly Encoding[] {
  return [
    {
      name: "JSON",
      kind: "text",
      toFrame: (message) => toClientFrame(JSON.stringify(message)),
      decode: (payload) => JSON.parse(payload.toString()),
    },
    {
      name: "MessagePack",
      kind: "binary",
      toFrame: (message) => toClientFrame(encodeMessagePack(message)),
      decode: (payload) => msgpack.decode(payload),
    },
  ];
}

/** What is looked at in a reply. */
interface AnyReply {
  readonly type: string;
  readonly data: {
    readonly message?: string;
    readonly reward?: number | null;
    readonly observation?: { readonly success: boolean; readonly message: string };
    readonly results?: readonly { readonly accuracy?: readonly number[] }[];
  };
}

/** Whether a reply says that a problem was given, or that an output earned full reward. */
export function hasSucceeded(reply: unknown, reward: number | null): boolean {
  const { type, data } = reply as AnyReply;
  return type === "observation" && data.observation?.success === true && data.reward === reward;
}

/** Whether a reply says that every output of a batch earned full reward. */
export function haveAllSucceeded(reply: unknown): boolean {
  const { type, data } = reply as AnyReply;
  return (
    type === "verified" &&
    data.results?.every((result) => result.accuracy?.every((accuracy) => accuracy === 1)) === true
  );
}

/** A session that was reset to the exercise's problem. */
export async function openSession(
  port: number,
  encoding: Encoding,
  { reference }: Exercise,
): Promise<LoadConnection> {
  const connection = await LoadConnection.open(port);
  const request = encoding.toFrame({ type: "reset", data: reference });
  const reply = encoding.decode(await connection.ask(request));
  if (!hasSucceeded(reply, null)) throw new Error(`a reset failed: ${JSON.stringify(reply)}`);
  return connection;
}
