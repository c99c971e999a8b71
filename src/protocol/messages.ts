import { z } from "zod";
import { Picture } from "../picture.ts";
import { CurriculumName, CurriculumRise, ReportData, ReportedData, ReportId } from "./curricula.ts";
import { MAX_MARKER_LENGTH } from "./limits.ts";

/**
 * What crosses the wire. One table, `requests`, names every request with the schema of its data and
 * of its reply's data; unions, JSON Schema, OpenAPI and the client's types derive from it. Schemas
 * state shape only: amounts (bytes, batch sizes) are the server's limits.
 */

const difficulty = z
  .int()
  .min(0)
  .describe("The level: 0, 1, 2, …; each environment maps it to parameters.");
const seed = z
  .int("Should be an integer from 0 to 9007199254740991, which is 2^53 - 1")
  .min(0)
  .describe("Determines the draw: an integer from 0, below 2^53.");
const environment = z.string().describe("An environment's identifier, such as Sorting.");
const problemId = z
  .string()
  .describe("Identifier@version/difficulty/seed, such as Sorting@2/3/42.");
const jsonObject = z.record(z.string(), z.unknown());
const episodeId = z.string().max(255);
const split = z.enum(["train", "test"]);
const marker = z.string().min(1).max(MAX_MARKER_LENGTH);

export const AnswerMarkerPair = z
  .tuple([marker, marker])
  .describe("The texts that enclose an answer in an output: start and end.");

export const Reading = z
  .strictObject({
    completion: z
      .boolean()
      .nullish()
      .describe("The output is the model's alone: no prompt before it, no further turn behind it."),
    innermost: z.boolean().nullish().describe("The last start marker before an end marker counts."),
    think: z.enum(["strip"]).nullish().describe("What stands in <think>…</think> is not searched."),
    lenient: z
      .boolean()
      .nullish()
      .describe(
        "An answer that is not well-formed is read again without bold, quotes, \\boxed{}, …",
      ),
  })
  .describe("How outputs are read, where not by the original's rule.");

export const StoredProblem = z
  .object({
    seed: z.int().nullish(),
    parameter: jsonObject.describe("The instance: everything that defines the problem."),
    passing_reward_threshold: z.number().nullish(),
  })
  .describe("A stored problem, in the form in which RLVE-Gym users keep them.");

/** A reset's data. Other keys are ignored, and named in the observation's metadata. */
export const ResetData = z.looseObject({
  seed: seed.nullish(),
  episode_id: episodeId.nullish().describe("The new episode's id; default a new UUID."),
  group_id: z
    .string()
    .nullish()
    .describe(
      "Every reset with the same group id gives the same problem: its seed is the id's hash.",
    ),
  environment: environment.nullish(),
  difficulty: difficulty.nullish(),
  problem_id: problemId.nullish(),
  config: StoredProblem.nullish(),
  split: z
    .unknown()
    .optional()
    .describe(
      "train or test: problems of the other split are passed over, now and in later resets (all: none are). With index, where nothing else names a problem: a task of the Task API. Beside problem_id and config it means nothing.",
    ),
  index: z.unknown().optional().describe("The index of the task in its split."),
  answer_markers: AnswerMarkerPair.nullish(),
  reading: Reading.nullish(),
  explain: z.boolean().nullish().describe("Whether steps say why an output did not earn 1."),
  curriculum: CurriculumName.nullish().describe(
    "Draws the problem, now and in later resets that name none; steps report what they come to.",
  ),
});

export const StepData = z.strictObject({
  output: z.string().describe("A model's whole output."),
  metadata: z.unknown().optional(),
});

/** What a step does in OpenEnv's older way to MCP, instead of bringing an output. */
export const ToolAction = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("list_tools"), metadata: z.unknown().optional() }),
  z.strictObject({
    type: z.literal("call_tool"),
    tool_name: z.string(),
    arguments: z.record(z.string(), z.unknown()).default({}),
    metadata: z.unknown().optional(),
  }),
]);

/** Names a problem: by id, by reference, by config, or (empty) the session's current one. */
const problemFields = {
  problem_id: problemId.nullish(),
  environment: environment.nullish(),
  difficulty: difficulty.nullish(),
  seed: seed.nullish(),
};

export const ProblemToVerify = z.strictObject({
  ...problemFields,
  config: StoredProblem.nullish(),
  outputs: z.array(z.string()).describe("Models' whole outputs for this problem."),
});

export const VerifyData = z.strictObject({
  problems: z.array(ProblemToVerify),
  answer_markers: AnswerMarkerPair.nullish(),
  reading: Reading.nullish(),
  explain: z
    .boolean()
    .nullish()
    .describe("Adds a column of reasons and, with a reading, one of what was read."),
  curriculum: CurriculumName.nullish().describe("Told what the outputs come to."),
  report_id: ReportId.nullish(),
});

export const GenerateData = z.strictObject({
  problems: z
    .array(z.strictObject(problemFields))
    .nullish()
    .describe("What to generate, where no curriculum draws."),
  curriculum: CurriculumName.nullish().describe("Draws problems."),
  count: z.int().min(1).nullish().describe("How many problems the curriculum draws."),
  group_ids: z
    .array(z.string())
    .min(1)
    .nullish()
    .describe(
      "In place of count: a draw a group, and the same one for an hour wherever the group is named.",
    ),
  include: z
    .array(z.enum(["config", "reference_answer", "picture"]))
    .nullish()
    .describe(
      "What is added to each problem; config and reference_answer where the server gives out answers.",
    ),
  split: split
    .nullish()
    .describe("Problems of the other split are passed over, but for those named by problem_id."),
});

/** State and close carry no data; an empty object is let through. */
const NoData = z.strictObject({}).nullish();

export const VerifierFigures = z.object({
  reward: z.number().min(-1).max(1),
  accuracy: z.union([z.literal(0), z.literal(1)]),
  format_score: z.union([z.literal(0), z.literal(1)]),
});

/** Of the current problem: empty before the first reset. */
export const Metadata = z.looseObject({
  problem_id: z.string().nullable().optional(),
  environment: z.string().optional(),
  difficulty: z.int().nullable().optional(),
  seed: z.int().nullable().optional(),
  parameters: jsonObject.optional(),
  split: split.optional().describe("The split that the problem belongs to."),
  ignored: z.array(z.string()).optional().describe("Keys of a reset that were ignored."),
  reason: z
    .string()
    .nullable()
    .optional()
    .describe("Why the output did not earn 1, where the session explains."),
  reading: z
    .string()
    .optional()
    .describe("What was read and by which rule, where the session explains and it helped."),
});

const observed = {
  problem_input: z.string().nullable().describe("The problem's prompt."),
  verifier_result: VerifierFigures.nullable(),
  success: z.boolean().describe("Whether the reset gave a problem, or the step was verified."),
  message: z.string().describe("What happened, in a sentence."),
  metadata: Metadata,
};

export const ObservationData = z.object({
  observation: z.object(observed),
  reward: z.number().nullable(),
  done: z.boolean(),
  metadata: Metadata,
});

/** What comes of a tool: `tools`, or `tool_name` with `result` or `error`. */
export const ToolObservationData = z.object({
  observation: z.looseObject({ metadata: z.looseObject({}) }),
  reward: z.number().nullable(),
  done: z.boolean(),
  metadata: z.looseObject({}),
});

/** The fields of an observation with reward and done beside them, as OpenEnv describes it. */
export const FlatObservation = z.object({
  ...observed,
  reward: z.number().nullable(),
  done: z.boolean(),
});

const count = z.int().min(0);

/** All that a session is: `restore` takes it back. */
export const StateData = z.object({
  episode_id: episodeId.nullable(),
  step_count: count,
  seed: seed.describe("The seed that the next reset without one will use."),
  problem_id: problemId
    .nullable()
    .describe("The current problem; null without one, and for a stored one."),
  problem_input: z.string().nullable(),
  num_samples: count,
  sum_accuracy: count,
  environment,
  difficulty,
  answer_markers: AnswerMarkerPair,
  reading: Reading,
  explain: z.boolean(),
  split: split.nullable().describe("Of which resets draw; null where they draw of both."),
  curriculum: CurriculumName.nullable().describe(
    "What draws the problems of resets that name none.",
  ),
  report_key: ReportId.nullable().describe(
    "Under which steps report to the curriculum; null where it has not drawn the problem.",
  ),
});

/** What `state` gave, and the config of a problem that was stored. */
export const RestoreData = z.strictObject({
  ...StateData.shape,
  problem_input: StateData.shape.problem_input
    .optional()
    .describe("Where it is there, the current problem must have this prompt."),
  config: StoredProblem.nullish().describe("The current problem, where it is a stored one."),
  curriculum: StateData.shape.curriculum.optional(),
  report_key: StateData.shape.report_key.optional(),
});

export const ERROR_CODES = [
  "INVALID_JSON",
  "UNKNOWN_TYPE",
  "VALIDATION_ERROR",
  "EXECUTION_ERROR",
  "CAPACITY_REACHED",
  "SESSION_ERROR",
  "MESSAGE_TOO_LARGE",
  "BATCH_TOO_LARGE",
  "UNAUTHORIZED",
] as const;

export const ValidationIssue = z.object({
  loc: z.array(z.union([z.string(), z.int()])),
  msg: z.string(),
  type: z.string(),
});

export const ErrorData = z.looseObject({
  message: z.string(),
  code: z.enum(ERROR_CODES),
  errors: z.array(ValidationIssue).optional(),
});

const problemError = z.object({ code: z.enum(ERROR_CODES), message: z.string() });

/** One result a problem, in columns: a value an output, null where verification itself failed. */
export const VerifiedColumns = z.object({
  reward: z.array(z.number().nullable()),
  accuracy: z.array(z.int().nullable()),
  format_score: z.array(z.int().nullable()),
  reason: z.array(z.string().nullable()).optional(),
  reading: z.array(z.string().nullable()).optional(),
});

export const VerifiedData = z.object({
  results: z.array(z.union([VerifiedColumns, z.object({ error: problemError })])),
  counted: z
    .boolean()
    .optional()
    .describe("Where it reported to a curriculum: false if the report id had been counted before."),
  rises: z.array(CurriculumRise).optional().describe("The tops that the report changed."),
});

export const GeneratedProblem = z.object({
  problem_id: z.string(),
  environment: z.string(),
  difficulty: z.int(),
  seed: z.int(),
  parameters: jsonObject,
  split,
  problem_input: z.string(),
  config: StoredProblem.optional(),
  reference_answer: z.string().optional(),
  picture: Picture.optional(),
});

/** What named a problem that could not be generated, and why. */
export const FailedProblem = z.looseObject({ ...problemFields, error: problemError });

export const GeneratedData = z.object({
  problems: z.array(z.union([GeneratedProblem, FailedProblem])),
});

export const JsonRpc = jsonObject.describe("A JSON-RPC 2.0 request of MCP, or its response.");

/** Request type → its data's schema, and its reply's type and data. */
export const requests = {
  reset: { data: ResetData.nullish(), reply: { type: "observation", data: ObservationData } },
  step: { data: StepData, reply: { type: "observation", data: ObservationData } },
  // A step whose data is of type list_tools or call_tool.
  tool: { data: ToolAction, reply: { type: "observation", data: ToolObservationData } },
  state: { data: NoData, reply: { type: "state", data: StateData } },
  restore: { data: RestoreData, reply: { type: "state", data: StateData } },
  verify: { data: VerifyData, reply: { type: "verified", data: VerifiedData } },
  generate: { data: GenerateData, reply: { type: "generated", data: GeneratedData } },
  report: { data: ReportData, reply: { type: "reported", data: ReportedData } },
  mcp: { data: JsonRpc, reply: { type: "mcp", data: JsonRpc } },
  close: { data: NoData, reply: null },
} as const;

export type Requests = typeof requests;
export type RequestType = keyof Requests;
export type RequestData<Type extends RequestType> = z.infer<Requests[Type]["data"]>;
/** The types of request that are answered: all but close. */
export type AnsweredType = Exclude<RequestType, "close">;
export type ReplyData<Type extends AnsweredType> = z.infer<Requests[Type]["reply"]["data"]>;
export type RequestId = string | number | bigint;

export type ErrorCode = (typeof ERROR_CODES)[number];
export type ErrorData = z.infer<typeof ErrorData>;
export type ValidationIssue = z.infer<typeof ValidationIssue>;
export type Metadata = z.infer<typeof Metadata>;
export type ObservationData = z.infer<typeof ObservationData>;
export type ToolAction = z.infer<typeof ToolAction>;
export type ToolObservationData = z.infer<typeof ToolObservationData>;
export type StateData = z.infer<typeof StateData>;
export type RestoreData = z.infer<typeof RestoreData>;
export type VerifierFigures = z.infer<typeof VerifierFigures>;
export type VerifiedColumns = z.infer<typeof VerifiedColumns>;
export type VerifiedData = z.infer<typeof VerifiedData>;
export type GeneratedProblem = z.infer<typeof GeneratedProblem>;
export type GeneratedData = z.infer<typeof GeneratedData>;
export type StoredProblem = z.infer<typeof StoredProblem>;
export type ResetData = z.infer<typeof ResetData>;
export type StepData = z.infer<typeof StepData>;
export type VerifyData = z.infer<typeof VerifyData>;
export type GenerateData = z.infer<typeof GenerateData>;

/** A reply to a request of a type, as it stands in a frame. */
export interface ReplyTo<Type extends AnsweredType> {
  readonly type: Requests[Type]["reply"]["type"];
  readonly data: ReplyData<Type>;
  readonly id?: RequestId;
}

export interface ErrorReply {
  readonly type: "error";
  readonly data: ErrorData;
  readonly id?: RequestId;
}

/** The reply to a reset and to a step. */
export interface ObservationReply {
  readonly type: "observation";
  readonly data: ObservationData;
  readonly id?: RequestId;
}

export type Reply = { [Type in AnsweredType]: ReplyTo<Type> }[AnsweredType] | ErrorReply;
