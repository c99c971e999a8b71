import type { Problem } from "../problems/problem.ts";
import type { ProblemReference } from "../problems/reference.ts";
import type { Metadata, ObservationData, VerifierFigures } from "../protocol/messages.ts";

/** Before the first reset. */
export const NO_METADATA: Metadata = Object.freeze({});

const metadataOfProblems = new WeakMap<Problem, Metadata>();

/**
 * What an observation says of its problem: one object for all observations of a problem, in all
 * sessions, which the codecs encode only once.
 */
export function toMetadata(problem: Problem): Metadata {
  let metadata = metadataOfProblems.get(problem);
  if (metadata === undefined) {
    metadata = {
      problem_id: problem.id,
      environment: problem.environment.id,
      difficulty: problem.difficulty,
      seed: problem.seed,
      parameters: problem.parameters,
      split: problem.split,
    };
    metadataOfProblems.set(problem, metadata);
  }
  return metadata;
}

/** Of a problem that could not be generated. */
export function toTargetMetadata({ environment, difficulty, seed }: ProblemReference): Metadata {
  return { problem_id: null, environment, difficulty, seed };
}

/** An observation; `figures` only after an output was verified. */
export function toObservation(
  problem: Problem | null,
  metadata: Metadata,
  success: boolean,
  message: string,
  figures: VerifierFigures | null = null,
): ObservationData {
  return {
    observation: {
      problem_input: problem?.prompt ?? null,
      verifier_result: figures,
      success,
      message,
      metadata,
    },
    reward: figures?.reward ?? null,
    done: figures !== null,
    metadata,
  };
}
