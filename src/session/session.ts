import { randomUUID } from "node:crypto";
import type { ReportId } from "../curriculum/store.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import type { Verified } from "../problems/problems.ts";
import { toPair } from "../problems/reading/markers.ts";
import type { Metadata, ObservationData, StateData } from "../protocol/messages.ts";
import { NO_METADATA, toMetadata, toObservation, toTargetMetadata } from "./observation.ts";
import type { Reset } from "./reset.ts";
import type { Restored } from "./restored.ts";
import type { Settings } from "./settings.ts";

/** How a session begins. */
export interface SessionDefaults {
  readonly settings: Settings;
  readonly initialSeed: number;
}

/**
 * One worker's settings, seed counter, current problem and statistics: state and nothing else. What
 * a request does with it is in `requests/`.
 */
export class Session {
  #id: string | null = null;
  #settings: Settings;
  #nextSeed: number;
  #problem: Problem | null = null;
  #metadata: Metadata = NO_METADATA;
  /** Null before the first episode; undefined until a UUID is asked for. */
  #episodeId: string | null | undefined = null;
  #reportKey: string | null = null;
  #stepCount = 0;
  #accuracySum = 0;

  constructor({ settings, initialSeed }: SessionDefaults) {
    this.#settings = settings;
    this.#nextSeed = initialSeed;
  }

  /** By which a client that was told it finds the session again; few ask for it. */
  get id(): string {
    this.#id ??= randomUUID();
    return this.#id;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The seed that the next reset without one will use. */
  get nextSeed(): number {
    return this.#nextSeed;
  }

  /** The current problem: null before the first reset and after one that gave none. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /**
   * Under which the next step reports to the curriculum that has drawn the problem; null where none
   * has. A step that is sent again, in a session that was restored, has the same.
   */
  get reportId(): ReportId | null {
    return this.#reportKey === null ? null : { key: this.#reportKey, number: this.#stepCount };
  }

  /** Starts an episode with the problem that a reset has found, or without one. */
  begin(reset: Reset, found: Problem | Failure): ObservationData {
    this.#settings = reset.settings;
    this.#nextSeed = reset.nextSeed;
    this.#episodeId = reset.episodeId ?? undefined;
    this.#reportKey = reset.reportKey;
    this.#stepCount = 0;
    this.#accuracySum = 0;
    if (isFailure(found)) {
      this.#problem = null;
      const { target } = reset;
      const isNamed = target !== null && !("stored" in target);
      this.#metadata = isNamed ? toTargetMetadata(target) : NO_METADATA;
    } else {
      this.#problem = found;
      this.#metadata = toMetadata(found);
    }
    const metadata =
      reset.ignored.length === 0
        ? this.#metadata
        : { ...this.#metadata, ignored: [...reset.ignored] };
    return isFailure(found)
      ? toObservation(null, metadata, false, found.message)
      : toObservation(found, metadata, true, "The problem is in problem_input.");
  }

  /** Counts what outputs for the current problem came to; those whose verification failed do not. */
  count(results: readonly Verified[]): void {
    for (const result of results) {
      if (isFailure(result)) continue;
      this.#stepCount++;
      this.#accuracySum += result.accuracy;
    }
  }

  /** Counts one output's result, and says what it is. */
  step(result: Verified): ObservationData {
    if (isFailure(result)) return this.refuseStep(result.message);
    this.count([result]);
    const { reward, accuracy, format_score, reason, reading } = result;
    const metadata = this.#settings.explain
      ? { ...this.#metadata, reason, ...(reading !== null && { reading }) }
      : this.#metadata;
    const figures = { reward, accuracy, format_score };
    return toObservation(this.#problem, metadata, true, "The output was verified.", figures);
  }

  /** Says why an output has no result. */
  refuseStep(message: string): ObservationData {
    return toObservation(this.#problem, this.#metadata, false, message);
  }

  state(): StateData {
    if (this.#episodeId === undefined) this.#episodeId = randomUUID();
    return {
      episode_id: this.#episodeId,
      step_count: this.#stepCount,
      seed: this.#nextSeed,
      problem_id: this.#problem?.id ?? null,
      problem_input: this.#problem?.prompt ?? null,
      // Every verified output is a step and a sample; the protocol has a name for each.
      num_samples: this.#stepCount,
      sum_accuracy: this.#accuracySum,
      environment: this.#settings.environment,
      difficulty: this.#settings.difficulty,
      answer_markers: toPair(this.#settings.markers),
      reading: this.#settings.reading,
      explain: this.#settings.explain,
      split: this.#settings.split,
      curriculum: this.#settings.curriculum,
      report_key: this.#reportKey,
    };
  }

  /** Becomes the session whose `state` this was. */
  restore(restored: Restored): void {
    const { settings, nextSeed, problem, episodeId, reportKey, stepCount, accuracySum } = restored;
    this.#settings = settings;
    this.#nextSeed = nextSeed;
    this.#problem = problem;
    this.#metadata = problem === null ? NO_METADATA : toMetadata(problem);
    this.#episodeId = episodeId;
    this.#reportKey = reportKey;
    this.#stepCount = stepCount;
    this.#accuracySum = accuracySum;
  }
}
