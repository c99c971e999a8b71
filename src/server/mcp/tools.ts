import { z } from "zod";
import type { MaybePromise } from "../../event-loop.ts";
import { extractAnswer } from "../../problems/extract-answer.ts";
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

const submitAnswer = defineTool({
  name: "submit_answer",
  title: "Submit an answer",
  description:
    "Verifies an answer to the problem that get_problem gives, and says what it earns: a reward from -1 to 1, accuracy 1 if it is right, and format_score 0 if it is malformed.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  arguments: z.strictObject({
    answer: z
      .string()
      .describe(
        "The answer alone, in the form that the problem asks for; no answer markers needed.",
      ),
  }),
  result: VerifierFigures.extend({
    reason: z.string().nullable().optional().describe("Why it did not earn 1, if told."),
  }),

  async call(session, { answer }, context) {
    if (session.problem === null) {
      const message = "There is no problem yet: call get_problem first.";
      return new RpcError(RPC_CODES.invalidRequest, message);
    }
    const output = toOutput(answer, session);
    const { observation } = await handlers.step(context, { output }, session);
    if (observation.verifier_result === null) {
      return new RpcError(RPC_CODES.internal, observation.message);
    }
    const { reason } = observation.metadata;
    const fields = { ...observation.verifier_result, ...(reason !== undefined && { reason }) };
    return { text: JSON.stringify(fields), fields };
  },
});

const tools: ReadonlyMap<string, Tool> = new Map(
  [getProblem, submitAnswer].map((tool) => [tool.listing.name, tool]),
);

/** The result of `tools/list`. */
export const TOOL_LIST = { tools: [...tools.values()].map(({ listing }) => listing) };

/** The tool of that name. */
export function findTool(name: string): Tool | RpcError {
  const unknown = () =>
    new RpcError(RPC_CODES.invalidParams, `Tool not found: ${shortenName(name)}`);
  return tools.get(name) ?? unknown();
}

/** An output that the verifier reads as this answer, whether or not it stands between markers. */
function toOutput(answer: string, { settings: { markers } }: Session): string {
  const isMarked = extractAnswer(answer, markers) !== null;
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
