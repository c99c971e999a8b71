import type { RestoreData, StateData, VerifyData } from "../protocol/messages.ts";
import { isObject, type Message } from "./replies.ts";

/* What the server's session is after each reply, so that another connection can go on with it. */

/** A session as `restore` takes it. */
export type Known = RestoreData;

/** The messages to send for a request: where it may change the session, its state is asked for too. */
export function withState(message: Message): [Message, ...Message[]] {
  return mayChange(message) ? [message, { type: "state" }] : [message];
}

/** Whether a request without a reply may have changed the session. */
export function hasEffect(message: Message): boolean {
  return message.type === "step" || message.type === "restore" || mayChange(message);
}

function mayChange(message: Message): boolean {
  const { type } = message;
  return type === "reset" || type === "tool" || type === "mcp" || verifiesCurrent(message);
}

/** Whether a request needs the session's settings at most, and no problem of its. */
export function isOfBatches(message: Message): boolean {
  return message.type === "generate" || (message.type === "verify" && !verifiesCurrent(message));
}

/** Whether a batch names the session's current problem, whose outputs count there. */
function verifiesCurrent({ type, data }: Message): boolean {
  if (type !== "verify" || !isObject(data) || !Array.isArray(data.problems)) return false;
  return (data.problems as VerifyData["problems"]).some(
    ({ problem_id, environment, config }) =>
      problem_id == null && environment == null && config == null,
  );
}

/** The session after the replies to a request: the last of them says its state, or a step's counts. */
export function afterReplies(
  known: Known | null,
  { type, data }: Message,
  last: { readonly type: string; readonly data: unknown },
): Known | null {
  if (last.type === "state") {
    const state = last.data as StateData;
    if (state.problem_id !== null || state.problem_input === null) return state;
    // A stored problem, which only the config says.
    const given = isObject(data) ? (data as Partial<RestoreData>).config : undefined;
    return { ...state, config: given ?? known?.config };
  }
  if (type !== "step" || known === null) return known;
  const { observation } = last.data as { observation: { verifier_result?: unknown } };
  const result = observation.verifier_result;
  if (!isObject(result)) return known;
  return {
    ...known,
    step_count: known.step_count + 1,
    num_samples: known.num_samples + 1,
    sum_accuracy: known.sum_accuracy + Number(result.accuracy),
  };
}

/** The settings and the seed counter alone. */
export function withoutEpisode(known: Known): Known {
  return {
    ...known,
    episode_id: null,
    step_count: 0,
    num_samples: 0,
    sum_accuracy: 0,
    problem_id: null,
    problem_input: null,
    config: null,
  };
}
