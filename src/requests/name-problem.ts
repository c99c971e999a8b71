import { createHash } from "node:crypto";
import type { Registry } from "../environments/registry.ts";
import { isFailure } from "../problems/failure.ts";
import { findEnvironment, type ProblemReference, parseProblemId } from "../problems/reference.ts";
import { SPLITS, type Split } from "../problems/split.ts";
import type { SplitTarget } from "../problems/split-search.ts";
import type { StoredProblem, StoredTarget } from "../problems/stored.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { ResetData } from "../protocol/messages.ts";
import { quote } from "../wording.ts";
import { parseTask } from "./tasks.ts";

/* The one place that decides which problem a request is for. */

/** What a request names: a stored problem that is yet to be opened, or the reference of one. */
export type Target = StoredTarget | ProblemReference;

/** The ways in which a batch, or a line of the command line, names a problem. */
export interface NamedProblem {
  readonly problem_id?: string | null | undefined;
  readonly environment?: string | null | undefined;
  readonly difficulty?: number | null | undefined;
  readonly seed?: number | null | undefined;
  readonly config?: StoredProblem | null | undefined;
}

/** Whether nothing is named, which means the session's current problem. */
export function isUnnamed(named: NamedProblem): boolean {
  return (
    named.problem_id == null &&
    named.config == null &&
    named.environment == null &&
    named.difficulty == null &&
    named.seed == null
  );
}

/** The problem of a config beside its environment, or the reference that the other ways make. */
export function nameProblem(named: NamedProblem, registry: Registry): Outcome<Target> {
  const { problem_id, environment, config } = named;
  if (config == null) return nameReference(named, registry);
  if (problem_id != null) return refuse("config", "Give problem_id or config, not both.");
  if (environment == null) {
    return refuse("environment", "A config needs its environment beside it.");
  }
  const found = findEnvironment(environment, registry);
  return isFailure(found)
    ? refuse("environment", found.message)
    : { registered: found, stored: config };
}

/** The reference that a problem id, or environment, difficulty and seed, make. */
export function nameReference(
  { problem_id, environment, difficulty, seed }: NamedProblem,
  registry: Registry,
): Outcome<ProblemReference> {
  if (problem_id != null) return readId(problem_id, registry);
  if (environment == null || difficulty == null || seed == null) {
    const given = { environment, difficulty, seed };
    const missing = Object.entries(given).flatMap(([key, value]) => (value == null ? [key] : []));
    return refuse(
      missing[0],
      `A problem is named by problem_id, or by environment, difficulty and seed; missing: ${missing.join(", ")}.`,
    );
  }
  const found = findEnvironment(environment, registry);
  return isFailure(found)
    ? refuse("environment", found.message)
    : { environment, difficulty, seed };
}

/** What a reset without a name for a problem draws: the next one of the session. */
export interface NextDraw {
  readonly environment: string;
  readonly difficulty: number;
  readonly split: Split | null;
  readonly nextSeed: number;
}

/** What a reset is for. */
export interface Draw {
  readonly target: Target | SplitTarget;
  /** Whether the session's seed counter goes on behind it. */
  readonly isCounted: boolean;
}

/** The problem that a reset names, in whichever way, or draws. */
export function nameDraw(
  data: ResetData,
  { environment, difficulty, split, nextSeed }: NextDraw,
  registry: Registry,
): Outcome<Draw> {
  const found = findEnvironment(environment, registry);
  if (isFailure(found)) return refuse("environment", found.message);
  const ways = WAYS.filter((key) => isGiven(data[key]));
  if (ways.length > 1) {
    return refuse(ways[1], `${ways.join(" and ")} each name a problem: give only one of them.`);
  }
  const goOn = (target: Outcome<Draw["target"]>) =>
    target instanceof ProtocolError ? target : { target, isCounted: false };
  const drawFrom = (seed: number): Draw["target"] =>
    split === null ? { environment, difficulty, seed } : { environment, difficulty, seed, split };
  if (isGiven(data.problem_id)) {
    const target = readId(data.problem_id, registry);
    return target instanceof ProtocolError ? target : (findClash(data, target) ?? goOn(target));
  }
  // The seed beside a config is the one it was once drawn with, as in a dataset row.
  if (isGiven(data.config)) return goOn({ registered: found, stored: data.config });
  if (isGiven(data.group_id)) {
    if (isGiven(data.seed)) return refuse("seed", "group_id sets the seed: give only one of them.");
    return goOn(drawFrom(toGroupSeed(data.group_id)));
  }
  if (namesTask(data)) {
    const target = parseTask(data.split, data.index, registry);
    return goOn(isFailure(target) ? refuse("split", target.message) : target);
  }
  return { target: drawFrom(data.seed ?? nextSeed), isCounted: true };
}

/** Whether a reset draws from a curriculum, and which one the session keeps. */
export type CurriculumChoice =
  | { readonly draws: true; readonly kept: string }
  | { readonly draws: false; readonly kept: string | null };

/** What names a problem, or another way to draw one, instead of a curriculum. */
const INSTEAD = ["problem_id", "config", "environment", "difficulty", "seed"] as const;

/**
 * Whether a reset draws from a curriculum: the one that it names, or the one of the resets before. A
 * reset that names an environment leaves it.
 */
export function readCurriculum(data: ResetData, usual: string | null): Outcome<CurriculumChoice> {
  const name = data.curriculum ?? usual;
  if (name === null) return { draws: false, kept: null };
  const instead = INSTEAD.find((key) => isGiven(data[key]));
  if (isGiven(data.curriculum)) {
    if (instead !== undefined || namesSplit(data)) {
      const key = instead ?? "split";
      return refuse(key, `The curriculum draws: give curriculum or ${key}, not both.`);
    }
    return { draws: true, kept: name };
  }
  if (instead === "seed" || instead === "difficulty") {
    return refuse(
      instead,
      `The session draws from curriculum ${quote(name)}, which sets the ${instead}: name an environment to leave it.`,
    );
  }
  if (instead === "environment") return { draws: false, kept: null };
  return instead === undefined && !namesTask(data)
    ? { draws: true, kept: name }
    : { draws: false, kept: name };
}

const WAYS = ["problem_id", "config", "group_id"] as const;

/** The seed of a group: the first four bytes of the SHA-256 of its id, as an integer. */
export function toGroupSeed(groupId: string): number {
  return createHash("sha256").update(groupId, "utf8").digest().readUInt32BE(0);
}

/** Resets with this in place of a split draw of both again. */
const BOTH = "all";

/** The split of which a reset and the later ones draw: the usual one where it names none. */
export function readSplit(data: ResetData, usual: Split | null): Outcome<Split | null> {
  if (!namesSplit(data)) return usual;
  if (data.split === BOTH) return null;
  const found = SPLITS.find((split) => split === data.split);
  const named = quote(String(data.split));
  return found ?? refuse("split", `Unknown split ${named}: it is ${SPLITS.join(", ")} or ${BOTH}.`);
}

/** A dataset row has its split beside its problem's id, too, which says all. */
export function namesSplit(data: ResetData): boolean {
  const isFixed = isGiven(data.problem_id) || isGiven(data.config) || namesTask(data);
  return isGiven(data.split) && !isFixed;
}

/** Dataset rows have columns of these names, too: they count only where nothing else names a problem. */
export function namesTask(data: ResetData): data is ResetData & { split: string; index: number } {
  const isNamed = [...WAYS, "environment" as const].some((key) => isGiven(data[key]));
  return !isNamed && typeof data.split === "string" && Number.isInteger(data.index);
}

export function readId(id: string, registry: Registry): Outcome<ProblemReference> {
  const reference = parseProblemId(id, registry);
  return isFailure(reference) ? refuse("problem_id", reference.message) : reference;
}

/** A row may repeat what its problem id says, but not contradict it. */
export function findClash(data: NamedProblem, target: ProblemReference): ProtocolError | null {
  for (const key of ["environment", "difficulty", "seed"] as const) {
    if (isGiven(data[key]) && data[key] !== target[key]) {
      return refuse(key, `${key} is ${data[key]}, but that of problem_id is ${target[key]}.`);
    }
  }
  return null;
}

function isGiven<Value>(value: Value): value is NonNullable<Value> {
  return value !== null && value !== undefined;
}

export function refuse(key: string, message: string): ProtocolError {
  return new ProtocolError("VALIDATION_ERROR", message, {
    errors: [{ loc: [key], msg: message, type: "value_error" }],
  });
}
