import { createHash } from "node:crypto";
import type { Registry } from "../environments/registry.ts";
import type { Outcome } from "../event-loop.ts";
import { isFailure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import { findEnvironment, type ProblemReference, parseProblemId } from "../problems/reference.ts";
import { fromStored } from "../problems/stored.ts";
import { ProtocolError } from "../protocol/errors.ts";
import { ResetData } from "../protocol/messages.ts";
import { type Settings, toMarkers } from "../session/settings.ts";
import { parseTask } from "./tasks.ts";

/** What a reset is about to do, once nothing can be wrong with the request any more. */
export interface ResetPlan {
  readonly settings: Settings;
  readonly nextSeed: number;
  readonly target: Problem | ProblemReference;
  /** Keys of the request that mean nothing to a reset: clients pass whole dataset rows. */
  readonly ignored: readonly string[];
}

/** Decides which problem a reset is for, and what it changes in the session. */
export function planReset(
  data: ResetData,
  current: { readonly settings: Settings; readonly nextSeed: number },
  registry: Registry,
): Outcome<ResetPlan> {
  const settings: Settings = {
    environment: data.environment ?? current.settings.environment,
    difficulty: data.difficulty ?? current.settings.difficulty,
    markers: toMarkers(data.answer_markers) ?? current.settings.markers,
    explain: data.explain ?? current.settings.explain,
  };
  const environment = findEnvironment(settings.environment, registry);
  if (isFailure(environment)) return refuse("environment", environment.message);

  const named = (["problem_id", "config", "group_id"] as const).filter((key) => isGiven(data[key]));
  if (named.length > 1) {
    return refuse(named[1], `${named.join(" and ")} each name a problem: give only one of them.`);
  }
  const plan = {
    settings,
    nextSeed: current.nextSeed,
    ignored: findIgnored(data),
  };
  const drawn = { environment: settings.environment, difficulty: settings.difficulty };
  if (isGiven(data.problem_id)) {
    const target = parseProblemId(data.problem_id, registry);
    if (isFailure(target)) return refuse("problem_id", target.message);
    return refuseDisagreement(data, target) ?? { ...plan, target };
  }
  if (isGiven(data.config)) {
    // The seed beside a config is the one it was once drawn with, as in a dataset row.
    const target = fromStored(environment, data.config);
    return isFailure(target) ? refuse("config", target.message) : { ...plan, target };
  }
  if (isGiven(data.group_id)) {
    if (isGiven(data.seed)) return refuse("seed", "group_id sets the seed: give only one of them.");
    return { ...plan, target: { ...drawn, seed: toGroupSeed(data.group_id) } };
  }
  if (namesTask(data)) {
    const target = parseTask(data.split, data.index, registry);
    return isFailure(target) ? refuse("split", target.message) : { ...plan, target };
  }
  const seed = data.seed ?? current.nextSeed;
  return { ...plan, nextSeed: seed + 1, target: { ...drawn, seed } };
}

/** The seed of a group: the first four bytes of the SHA-256 of its id, as an integer. */
export function toGroupSeed(groupId: string): number {
  return createHash("sha256").update(groupId, "utf8").digest().readUInt32BE(0);
}

/** Dataset rows have columns of these names, too: they count only where nothing else names a problem. */
function namesTask(data: ResetData): data is ResetData & { split: string; index: number } {
  const isNamed = ["problem_id", "config", "group_id", "environment"].some((key) =>
    isGiven(data[key]),
  );
  return !isNamed && typeof data.split === "string" && Number.isInteger(data.index);
}

function findIgnored(data: ResetData): string[] {
  const task = namesTask(data) ? [] : ["split", "index"];
  return Object.keys(data).filter((key) => !(key in ResetData.shape) || task.includes(key));
}

function isGiven<Value>(value: Value): value is NonNullable<Value> {
  return value !== null && value !== undefined;
}

/** A row may repeat what its problem id says, but not contradict it. */
function refuseDisagreement(data: ResetData, target: ProblemReference): ProtocolError | null {
  for (const key of ["environment", "difficulty", "seed"] as const) {
    if (isGiven(data[key]) && data[key] !== target[key]) {
      return refuse(key, `${key} is ${data[key]}, but that of problem_id is ${target[key]}.`);
    }
  }
  return null;
}

function refuse(key: string, message: string): ProtocolError {
  return new ProtocolError("VALIDATION_ERROR", message, {
    errors: [{ loc: [key], msg: message, type: "value_error" }],
  });
}
