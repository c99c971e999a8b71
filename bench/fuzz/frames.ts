import type { Random } from "../../src/environments/toolkit/random/random.ts";
import { parseJson, stringifyJson } from "../../src/protocol/codecs/lossless.ts";
import { encodeMessagePack, msgpack } from "../../src/protocol/codecs/msgpack.ts";
import { UNBOUNDED } from "../../src/protocol/limits.ts";
import { change, mutateBytes } from "./mutations.ts";
import { ask, connect, type Victim } from "./victim.ts";

/**
 * What mutations begin with: every request but close, which ends what comes behind it. Difficulties
 * are only in ids, whose mutants are refused: those of the millions would wait for their deadline.
 */
const MESSAGES: readonly object[] = [
  { type: "reset", data: { environment: "Sorting", seed: 7, explain: true }, id: 1 },
  {
    type: "reset",
    data: { group_id: "g", answer_markers: ["<a>", "</a>"], answer: [1, { b: null }] },
  },
  {
    type: "reset",
    data: { environment: "Knapsack", config: { parameter: { N: 3, W: [1, 2, 3] } } },
  },
  { type: "reset", data: { split: "train", index: 4 }, id: 2n ** 60n },
  { type: "step", data: { output: "<answer>1 2 3</answer>" }, id: "s" },
  { type: "state" },
  {
    type: "verify",
    data: {
      explain: true,
      problems: [
        { problem_id: "Sorting@2/0/3", outputs: ["<answer>1 2 3</answer>", ""] },
        { outputs: ["<answer>-5</answer>"] },
      ],
    },
  },
  { type: "generate", data: { problems: [{ problem_id: "Sorting@2/0/1" }] } },
  { type: "mcp", data: { jsonrpc: "2.0", id: 1, method: "tools/list", params: {} } },
  [
    { type: "state", id: 1 },
    { type: "step", data: { output: "x" }, id: 2 },
  ],
];

const CONNECTIONS = 16;

/** Counts of answers by their type or error code; `ended` are connections that ended instead. */
export type FrameReport = Record<string, number>;

/** Sends frames, every other one in MessagePack, each changed in a few places. */
export async function fuzzFrames(
  victim: Victim,
  count: number,
  random: Random,
): Promise<FrameReport> {
  const report: FrameReport = {};
  let left = count;
  const sendSome = async () => {
    let socket = await connect(victim.url);
    while (left-- > 0) {
      const isBinary = left % 2 === 0;
      const message: object = structuredClone(random.choice(MESSAGES));
      // Half of them stay of the encoding, and are wrong in what they say.
      const isWellFormed = random.integer(0, 1) === 0;
      for (let changes = random.integer(1, 3); isWellFormed && changes > 0; changes--) {
        change(message, random);
      }
      const whole = isBinary ? encodeMessagePack(message) : Buffer.from(stringifyJson(message));
      const frame = isWellFormed ? whole : mutateBytes(whole, random);
      // Text frames must be UTF-8, or the connection ends as WebSocket asks.
      const sent = isBinary ? frame : Buffer.from(frame.toString("utf8"));
      const answer = await ask(socket, sent, isBinary);
      const kind = answer === null ? "ended" : kindOf(answer, isBinary);
      report[kind] = (report[kind] ?? 0) + 1;
      if (answer === null) socket = await connect(victim.url);
    }
    socket.terminate();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sendSome));
  return report;
}

function kindOf(answer: Buffer, isBinary: boolean): string {
  const reply = (
    isBinary ? msgpack.decode(answer, UNBOUNDED) : parseJson(answer.toString("utf8"))
  ) as { type: string; data: { code?: string } } | unknown[];
  if (Array.isArray(reply)) return "array";
  return reply.type === "error" ? (reply.data.code ?? "error") : reply.type;
}
