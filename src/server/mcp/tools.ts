import { z } from "zod";
import type { MaybePromise } from "../../event-loop.ts";
import { extractAnswer } from "../../problems/reading/extract-answer.ts";
import { findIssues, ProtocolError } from "../../protocol/errors.ts";
import { type ValidationIssue, VerifierFigures } from "../../protocol/messages.ts";
import type { RequestContext } from "../../requests/context.ts";
import { handlers } from "../../requests/handlers.ts";
import type { Session } from "../../session/session.ts";
import { validate } from "../../validation.ts";
import { shortenName } from "../../wording.ts";
import { RPC_CODES, RpcError } from "./json-rpc.ts";

/** What a tool gives: a text for a model to read, and the same as fields. */
export interface ToolResult {
  readonly text: string;
  readonly fields: Record<string, unknown>;
}

/** A tool as the calls of agents need it, whatever its arguments. */
export interface Tool {
  /** What `tools/list` says of it. */
  readonly listing: {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly inputSchema: JsonObjectSchema;
    readonly outputSchema: JsonObjectSchema;
    readonly annotations: Record<string, boolean>;
  };
  /** Runs it on a session; an error is of the arguments, or says why there is nothing to give. */
  call(
    session: Session,
    given: unknown,
    context: RequestContext,
  ): MaybePromise<ToolResult | RpcError>;
}

type JsonObjectSchema = { type: "object" } & Record<string, unknown>;

const getProblem = defineTool({
  name: "get_problem",
  title: "Get the problem",
  description:
    "The problem to solve, as text. It stays the same however often this is called, until the session's owner resets it; a session that was never reset draws its first problem here.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
  arguments: z.strictObject({}),
  result: z.object({ problem_input: z.string().describe("The problem's text.") }),

  async call(session, _given, context) {
    // An agent cannot reset, so that without this one that is alone with the server had no problem.
    if (session.state().episode_id === null) {
      const outcome = await handlers.reset(context, {}, session);
      if (outcome instanceof ProtocolError) {
        return new RpcError(RPC_CODES.internal, outcome.data.message);
      }
      if (!outcome.observation.success) {
        return new RpcError(RPC_CODES.internal, outcome.observation.message);
      }
    }
    if (session.problem === null) {
      const message = "There is no problem: the session's last reset gave none.";
      return new RpcError(RPC_CODES.invalidRequest, message);
    }
    const { prompt } = session.problem;
    return { text: prompt, fields: { problem_input: prompt } };
  },
});

/** What agents may do. */
export interface ToolOptions {
  /** How often an answer to a problem may be submitted; 0: as often as an agent likes. */
  readonly maxSubmissions: number;
  /** Whether an agent is told only that its answer was taken. */
  readonly hideRewards: boolean;
}

/** The tools of a server. */
export interface Toolbox {
  /** The result of `tools/list`. */
  readonly list: { readonly tools: Tool["listing"][] };
  find(name: string): Tool | RpcError;
}

export function createToolbox(options: ToolOptions): Toolbox {
  const tools = new Map(
    [getProblem, createSubmitAnswer(options)].map((tool) => [tool.listing.name, tool]),
  );
  return {
    list: { tools: [...tools.values()].map(({ listing }) => listing) },
    find(name) {
      const unknown = `Tool not found: ${shortenName(name)}`;
      return tools.get(name) ?? new RpcError(RPC_CODES.invalidParams, unknown);
    },
  };
}

/** A text, as it is announced; hosts that read JSON in it make numbers and lists of numbers. */
const Answer = z
  .preprocess(toAnswerText, z.string())
  .describe("The answer alone, in the form that the problem asks for; no answer markers needed.");

const Taken = z.object({ taken: z.literal(true) });

const Figures = VerifierFigures.extend({
  reason: z.string().nullable().optional().describe("Why it did not earn 1, if told."),
  reading: z.string().optional().describe("What was read as the answer, if told."),
});

function createSubmitAnswer({ maxSubmissions, hideRewards }: ToolOptions): Tool {
  const submissions = new Submissions(maxSubmissions);
  const earns = "a reward from -1 to 1, accuracy 1 if it is right, and format_score 0 if malformed";
  const says = hideRewards ? "Takes" : "Verifies";
  const limit = maxSubmissions === 0 ? "" : ` At most ${maxSubmissions} a problem.`;
  return defineTool({
    name: "submit_answer",
    title: "Submit an answer",
    description: `${says} an answer to the problem that get_problem gives${hideRewards ? "" : `, and says what it earns: ${earns}`}.${limit}`,
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
    arguments: z.strictObject({ answer: Answer }),
    result: hideRewards ? Taken : Figures,

    async call(session, { answer }, context) {
      if (session.problem === null) {
        const message = "There is no problem yet: call get_problem first.";
        return new RpcError(RPC_CODES.invalidRequest, message);
      }
      if (!submissions.take(session)) {
        const message = `No further answer to this problem is taken: ${maxSubmissions} were.`;
        return new RpcError(RPC_CODES.invalidRequest, message);
      }
      const output = toOutput(answer, session);
      const stepped = await handlers.step(context, { output }, session);
      if (stepped instanceof ProtocolError) {
        return new RpcError(RPC_CODES.internal, stepped.data.message);
      }
      const { verifier_result: figures, metadata, message } = stepped.observation;
      if (figures === null) return new RpcError(RPC_CODES.internal, message);
      if (hideRewards) return { text: "The answer was taken.", fields: { taken: true } };
      const { reason, reading } = metadata;
      const fields = {
        ...figures,
        ...(reason !== undefined && { reason }),
        ...(reading !== undefined && { reading }),
      };
      return { text: JSON.stringify(fields), fields };
    },
  });
}

/** Counts what sessions submit in an episode. */
class Submissions {
  readonly #max: number;
  readonly #counts = new WeakMap<Session, { episode: string | null; count: number }>();

  constructor(max: number) {
    this.#max = max;
  }

  /** Counts one more; false where there were as many as there may be. */
  take(session: Session): boolean {
    if (this.#max === 0) return true;
    const episode = session.state().episode_id;
    const known = this.#counts.get(session);
    const count = known?.episode === episode ? known.count : 0;
    if (count >= this.#max) return false;
    this.#counts.set(session, { episode, count: count + 1 });
    return true;
  }
}

/** Numbers as digits, a list with blanks between, lists of lists as lines; else what it was. */
function toAnswerText(given: unknown): unknown {
  if (typeof given === "number" || typeof given === "bigint") return String(given);
  if (!Array.isArray(given) || given.length === 0) return given;
  const isNested = given.every((row) => Array.isArray(row) && row.every(isScalar));
  if (isNested) return given.map((row) => row.join(" ")).join("\n");
  return given.every(isScalar) ? given.join(" ") : given;
}

function isScalar(value: unknown): boolean {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "string";
}

/** An output that the verifier reads as this answer, whether or not it stands between markers. */
function toOutput(answer: string, { settings: { markers, reading } }: Session): string {
  const isMarked = extractAnswer(answer, markers, reading) !== null;
  return isMarked ? answer : `${markers.start}${answer}${markers.end}`;
}

interface ToolDefinition<Arguments> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly annotations: Record<string, boolean>;
  readonly arguments: z.ZodType<Arguments>;
  readonly result: z.ZodObject;
  call(
    session: Session,
    given: Arguments,
    context: RequestContext,
  ): MaybePromise<ToolResult | RpcError>;
}

function defineTool<Arguments>(definition: ToolDefinition<Arguments>): Tool {
  const { name, title, description, annotations } = definition;
  return {
    listing: {
      name,
      title,
      description,
      inputSchema: toSchema(definition.arguments),
      outputSchema: toSchema(definition.result),
      annotations: { ...annotations, openWorldHint: false },
    },
    call(session, given, context) {
      const parsed = validate(definition.arguments, given ?? {});
      return parsed.success
        ? definition.call(session, parsed.data, context)
        : toArgumentError(name, findIssues(definition.arguments, given ?? {}));
    },
  };
}

/** Without a dialect: clients' validators know different ones, and these schemas mean the same in all. */
function toSchema(schema: z.ZodType): JsonObjectSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return { ...rest, type: "object" };
}

function toArgumentError(tool: string, [issue]: ValidationIssue[]): RpcError {
  const where = issue.loc.length === 0 ? "" : `${issue.loc.join(".")}: `;
  return new RpcError(
    RPC_CODES.invalidParams,
    `Invalid arguments for ${tool}: ${where}${issue.msg}`,
  );
}
