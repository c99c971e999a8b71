import type { AnsweredType, ErrorReply, Reply } from "../protocol/messages.ts";
import { decode } from "./encodings.ts";
import { ConnectionError, messageOf } from "./errors.ts";

/** A message to the server. */
export interface Message {
  readonly type: AnsweredType;
  readonly data?: unknown;
}

/**
 * The reply that a frame holds, whose envelope is whole.
 * @throws ConnectionError if it is none
 */
export function readReply(frame: string | Uint8Array, url: string): Reply {
  let reply: unknown;
  try {
    reply = decode(frame);
  } catch (error) {
    throw wrongServer(url, `a frame of it cannot be read (${messageOf(error)})`);
  }
  if (!isObject(reply) || typeof reply.type !== "string" || !isObject(reply.data)) {
    throw wrongServer(url, "its replies are not messages with a type and data");
  }
  if (reply.type === "error" && !isError(reply.data)) {
    throw wrongServer(url, "its errors have no code and message");
  }
  return reply as unknown as Reply;
}

/**
 * Checks that a reply is what its request asks for, with all that the types promise to be there.
 * @throws ConnectionError if it is not
 */
export function checkReply(
  reply: Exclude<Reply, ErrorReply>,
  { type, data }: Message,
  url: string,
): void {
  if (reply.type !== REPLIES[type]) {
    throw wrongServer(url, `it answers ${type} with ${JSON.stringify(reply.type.slice(0, 40))}`);
  }
  const asked = isObject(data) && Array.isArray(data.problems) ? data.problems : [];
  if (!CHECKS[reply.type](reply.data, asked)) {
    throw wrongServer(url, `its ${reply.type} lacks what belongs to it`);
  }
}

/** The error of something else that answers. */
export function wrongServer(url: string, why: string): ConnectionError {
  return new ConnectionError(
    "WRONG_SERVER",
    `${url} is no RLVE-Gym server: ${why}. Check the address`,
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const REPLIES = {
  reset: "observation",
  step: "observation",
  tool: "observation",
  state: "state",
  restore: "state",
  verify: "verified",
  generate: "generated",
  report: "reported",
  mcp: "mcp",
} as const satisfies Record<AnsweredType, string>;

type Data = Readonly<Record<string, unknown>>;

const CHECKS: Record<(typeof REPLIES)[AnsweredType], (data: Data, asked: unknown[]) => boolean> = {
  observation: ({ observation, metadata, reward, done }) =>
    isObject(observation) &&
    isObject(observation.metadata) &&
    isObject(metadata) &&
    isNumberOrNull(reward) &&
    typeof done === "boolean",
  state: ({ environment, answer_markers, ...counts }) =>
    typeof environment === "string" &&
    Array.isArray(answer_markers) &&
    COUNTS.every((name) => typeof counts[name] === "number") &&
    counts.episode_id !== undefined &&
    counts.problem_id !== undefined &&
    counts.problem_input !== undefined,
  verified: ({ results }, asked) =>
    isListOf(results, asked.length) &&
    results.every((result, index) => isResult(result, outputsOf(asked[index]))),
  // A curriculum draws as many as it is asked for, by another key.
  generated: ({ problems }, asked) =>
    Array.isArray(problems) &&
    (asked.length === 0 || problems.length === asked.length) &&
    problems.every(isObject),
  reported: () => true,
  mcp: () => true,
};

const COUNTS = ["step_count", "seed", "num_samples", "sum_accuracy", "difficulty"];

function isResult(result: unknown, outputs: number): boolean {
  if (!isObject(result)) return false;
  if ("error" in result) return isError(result.error);
  const { reward, accuracy, format_score } = result;
  return [reward, accuracy, format_score].every(
    (column) => isListOf(column, outputs) && column.every(isNumberOrNull),
  );
}

function outputsOf(problem: unknown): number {
  return isObject(problem) && Array.isArray(problem.outputs) ? problem.outputs.length : 0;
}

function isListOf(value: unknown, length: number): value is unknown[] {
  return Array.isArray(value) && value.length === length;
}

function isError(data: unknown): boolean {
  return isObject(data) && typeof data.code === "string" && typeof data.message === "string";
}

function isNumberOrNull(value: unknown): boolean {
  return typeof value === "number" || value === null;
}
