import type { Reading } from "../problems/reading/reading.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type {
  Rollout,
  SeedSessionBody,
  SeedSessionReply,
  VerifiedRollout,
} from "../protocol/nemo-gym.ts";
import type { ProblemError } from "./batch.ts";
import type { RequestContext } from "./context.ts";
import { generate } from "./generate.ts";
import { verify } from "./verify.ts";

/** A response is the model's alone, and what it thinks is no answer. */
const MODEL_READING: Reading = { completion: true, think: "strip" };

/** NeMo Gym's name for a verifier that fails (nemo_gym/failure_kinds.py). */
const VERIFIER_ERROR = "verifier_error";

/**
 * The beginning of a rollout of NeMo Gym. Nothing is kept; a row whose problem is none of this server
 * is refused, before a model is asked.
 */
export async function seedRollout(
  context: RequestContext,
  { problem_id }: SeedSessionBody,
): Promise<Outcome<SeedSessionReply>> {
  if (problem_id == null) return {};
  const generated = await generate(context, { problems: [{ problem_id }] });
  if (generated instanceof ProtocolError) return generated;
  const [problem] = generated.problems;
  return "error" in problem ? refuseProblem(problem) : {};
}

/** A rollout with its figures: all that was sent, as NeMo Gym's agents take it back. */
export async function verifyRollout(
  context: RequestContext,
  rollout: Rollout,
): Promise<Outcome<VerifiedRollout>> {
  const { problem_id, response, answer_markers, reading, curriculum } = rollout;
  const verified = await verify(context, {
    problems: [{ problem_id, outputs: [toOutput(response.output)] }],
    answer_markers,
    reading: reading ?? MODEL_READING,
    curriculum,
    ...(curriculum != null && { report_id: toReportId(response.id) }),
  });
  if (verified instanceof ProtocolError) return verified;
  const [result] = verified.results;
  if ("error" in result) return refuseProblem(result);
  const [reward] = result.reward;
  const [accuracy] = result.accuracy;
  const [format_score] = result.format_score;
  if (reward === null || accuracy === null || format_score === null) {
    return {
      ...rollout,
      reward: 0,
      mask_sample: true,
      failure_kind: VERIFIER_ERROR,
      failure_reason: "The output could not be verified, which is no fault of the model's.",
    };
  }
  return { ...rollout, reward, accuracy, format_score, mask_sample: false };
}

/** The text of the assistant's last message that has one: earlier ones only call tools. */
function toOutput(items: Rollout["response"]["output"]): string {
  const texts = items
    .filter(({ type, role = "assistant" }) => type === "message" && role === "assistant")
    .map(({ content }) => toText(content));
  return texts.findLast((text) => text !== "") ?? "";
}

/** The text of a message's content: a text, or parts of which some have one. */
function toText(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: unknown) =>
      typeof part === "object" && part !== null && "text" in part && typeof part.text === "string"
        ? part.text
        : "",
    )
    .join("");
}

/** What is sent again has the same id; ids of another form are none to count by. */
function toReportId(id: string | null | undefined): string | null {
  return id != null && id.length >= 1 && id.length <= 100 ? id : null;
}

function refuseProblem({ error: { code, message } }: ProblemError): ProtocolError {
  const errors = [{ loc: ["problem_id"], msg: message, type: "value_error" }];
  return new ProtocolError(code, message, code === "VALIDATION_ERROR" ? { errors } : {});
}
