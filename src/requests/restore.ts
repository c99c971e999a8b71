import { after, type MaybePromise } from "../event-loop.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import { toMarkers } from "../problems/reading/markers.ts";
import { toReading } from "../problems/reading/reading.ts";
import { findEnvironment } from "../problems/reference.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { RestoreData, StateData } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import type { RequestContext } from "./context.ts";
import { findProblem, refuseConfig } from "./find-problem.ts";
import { readId, refuse, type Target } from "./name-problem.ts";

/**
 * Makes a session what another was when it said this state, so that a lost connection loses no
 * session: on this server or any other with the same problems. An error changes nothing.
 */
export function restore(
  { problems }: RequestContext,
  data: RestoreData,
  session: Session,
): MaybePromise<Outcome<StateData>> {
  const { environment, difficulty, explain } = data;
  const registered = findEnvironment(environment, problems.registry);
  if (isFailure(registered)) return refuse("environment", registered.message);
  const contradiction = findContradiction(data);
  if (contradiction) return contradiction;
  const target = nameCurrent(data, problems.registry);
  if (target instanceof ProtocolError) return target;
  const found: MaybePromise<Problem | Failure | null> =
    target && findProblem(problems, target, session);
  return after(found, (problem) => {
    if (problem !== null && isFailure(problem)) {
      return target !== null && "stored" in target
        ? refuseConfig(problem)
        : new ProtocolError("EXECUTION_ERROR", problem.message);
    }
    if (problem !== null && problem.prompt !== (data.problem_input ?? problem.prompt)) {
      return refuseOther(problem);
    }
    session.restore({
      settings: {
        environment,
        difficulty,
        explain,
        split: data.split,
        curriculum: data.curriculum ?? null,
        markers: toMarkers(data.answer_markers),
        reading: toReading(data.reading),
      },
      nextSeed: data.seed,
      problem,
      episodeId: data.episode_id,
      reportKey: data.report_key ?? null,
      stepCount: data.step_count,
      accuracySum: data.sum_accuracy,
    });
    return session.state();
  });
}

/** The session's problem: its reference, the stored one, or none. */
function nameCurrent(
  { environment, problem_id, problem_input, config }: RestoreData,
  registry: RequestContext["problems"]["registry"],
): Outcome<Target | null> {
  if (problem_id !== null && config != null) {
    return refuse("config", "Give problem_id or config, not both.");
  }
  if (problem_id !== null) return readId(problem_id, registry);
  if (config == null) {
    return problem_input == null
      ? null
      : refuse("config", "The session's problem was a stored one: add the config it came from.");
  }
  const found = findEnvironment(environment, registry);
  return isFailure(found)
    ? refuse("environment", found.message)
    : { registered: found, stored: config };
}

/** What no session can say of itself. */
function findContradiction({
  step_count,
  num_samples,
  sum_accuracy,
  episode_id,
  problem_id,
  problem_input,
  config,
}: RestoreData): ProtocolError | null {
  if (num_samples !== step_count) {
    return refuse("num_samples", "num_samples and step_count differ: every step is a sample.");
  }
  if (sum_accuracy > num_samples) {
    return refuse("sum_accuracy", "sum_accuracy is larger than num_samples.");
  }
  const hasProblem = problem_id !== null || config != null || problem_input != null;
  if (!hasProblem && step_count > 0) {
    return refuse("step_count", "Nothing can be verified without a problem.");
  }
  if (hasProblem && episode_id === null) {
    return refuse("episode_id", "A problem belongs to an episode, which has an id.");
  }
  return null;
}

/** Never another problem in silence. */
function refuseOther({ id, environment }: Problem): ProtocolError {
  return refuse(
    "problem_input",
    `${id ?? `The config's problem of ${environment.id}`} has another prompt than problem_input.`,
  );
}
