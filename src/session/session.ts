import { randomUUID } from "node:crypto";
import { after, type MaybePromise, type Outcome } from "../event-loop.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import type { Problems } from "../problems/problems.ts";
import type { VerifierResult } from "../problems/verify.ts";
import { ProtocolError } from "../protocol/errors.ts";
import type { Metadata, ObservationData, ResetData, StateData } from "../protocol/messages.ts";
import { planReset, type ResetPlan } from "../requests/reset.ts";
import { NO_METADATA, toMetadata, toObservation, toTargetMetadata } from "./observation.ts";
import type { Settings } from "./settings.ts";

/** What sessions need of the problems layer. */
export type SessionProblems = Pick<
  Problems,
  "registry" | "cached" | "generate" | "verify" | "solve"
>;

/** What a session works with; it knows neither sockets nor threads. */
export interface SessionContext {
  readonly problems: SessionProblems;
  /** A new session's settings. */
  readonly settings: Settings;
  readonly initialSeed: number;
  /** Whether generate may include configs and reference answers. */
  readonly exposeAnswers: boolean;
  /** The most problems, and the most outputs of one problem, in a batch. */
  readonly maxBatch: number;
  /** About how many bytes the replies to one frame may hold. */
  readonly maxReplyBytes: number;
}

/** One worker's settings, seed counter, current problem and statistics. */
export class Session {
  readonly context: SessionContext;
  #id: string | null = null;
  #settings: Settings;
  #nextSeed: number;
  #problem: Problem | null = null;
  #metadata: Metadata = NO_METADATA;
  #episodeId: string | null = null;
  #stepCount = 0;
  #accuracySum = 0;

  constructor(context: SessionContext) {
    this.context = context;
    this.#settings = context.settings;
    this.#nextSeed = context.initialSeed;
  }

  /** By which a client that was told it finds the session again; few ask for it. */
  get id(): string {
    this.#id ??= randomUUID();
    return this.#id;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The current problem: null before the first reset and after one that gave none. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** Starts an episode with the problem that the data name. An error changes nothing. */
  reset(data: ResetData): MaybePromise<Outcome<ObservationData>> {
    const { problems } = this.context;
    const current = { settings: this.#settings, nextSeed: this.#nextSeed };
    const plan = planReset(data, current, problems.registry);
    if (plan instanceof ProtocolError) return plan;
    const { target } = plan;
    const problem =
      "instance" in target ? target : (problems.cached(target) ?? problems.generate(target));
    return after(problem, (found) => this.#begin(plan, data.episode_id ?? randomUUID(), found));
  }

  /** Verifies one output against the current problem and counts it. */
  step(output: string): MaybePromise<ObservationData> {
    const problem = this.#problem;
    if (problem === null) {
      return toObservation(null, this.#metadata, false, "There is no problem yet: reset first.");
    }
    return after(this.verifyCurrent(problem, [output]), ([result]) =>
      this.#toStepObservation(problem, result),
    );
  }

  /** Verifies outputs against the session's current problem and counts them. */
  verifyCurrent(
    problem: Problem,
    outputs: readonly string[],
    markers = this.#settings.markers,
  ): MaybePromise<(VerifierResult | Failure)[]> {
    return after(this.context.problems.verify(problem, outputs, markers), (results) => {
      for (const result of results) {
        if (isFailure(result)) continue;
        this.#stepCount++;
        this.#accuracySum += result.accuracy;
      }
      return results;
    });
  }

  state(): StateData {
    return {
      episode_id: this.#episodeId,
      step_count: this.#stepCount,
      seed: this.#nextSeed,
      problem_input: this.#problem?.prompt ?? null,
      // Every verified output is a step and a sample; the protocol has a name for each.
      num_samples: this.#stepCount,
      sum_accuracy: this.#accuracySum,
      environment: this.#settings.environment,
      difficulty: this.#settings.difficulty,
    };
  }

  #begin(plan: ResetPlan, episodeId: string, found: Problem | Failure): ObservationData {
    this.#settings = plan.settings;
    this.#nextSeed = plan.nextSeed;
    this.#episodeId = episodeId;
    this.#stepCount = 0;
    this.#accuracySum = 0;
    if (isFailure(found)) {
      this.#problem = null;
      this.#metadata = "instance" in plan.target ? NO_METADATA : toTargetMetadata(plan.target);
    } else {
      this.#problem = found;
      this.#metadata = toMetadata(found);
    }
    const metadata =
      plan.ignored.length === 0
        ? this.#metadata
        : { ...this.#metadata, ignored: [...plan.ignored] };
    return isFailure(found)
      ? toObservation(null, metadata, false, found.message)
      : toObservation(found, metadata, true, "The problem is in problem_input.");
  }

  #toStepObservation(problem: Problem, result: VerifierResult | Failure): ObservationData {
    if (isFailure(result)) return toObservation(problem, this.#metadata, false, result.message);
    const { reward, accuracy, format_score, reason } = result;
    const metadata = this.#settings.explain ? { ...this.#metadata, reason } : this.#metadata;
    const figures = { reward, accuracy, format_score };
    return toObservation(problem, metadata, true, "The output was verified.", figures);
  }
}
