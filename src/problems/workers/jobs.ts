import type { AnswerMarkers } from "../extract-answer.ts";
import type { Failure, Problem, ProblemReference } from "../problem.ts";

/** What a worker is asked for: a problem, the figures of an output, or an answer. */
export type WorkRequest = GenerateRequest | VerifyRequest | SolveRequest;

export interface GenerateRequest {
  readonly work: "generate";
  readonly reference: ProblemReference;
}

export interface VerifyRequest {
  readonly work: "verify";
  readonly problem: Problem;
  readonly output: string;
  readonly markers: AnswerMarkers;
}

export interface SolveRequest {
  readonly work: "solve";
  readonly problem: Problem;
}

/** What a worker made of a request, and its size as MessagePack. */
export interface WorkResult {
  readonly value: object;
  readonly packedBytes: number;
}

/** A request on its way. It is settled once; until then it may go from worker to worker. */
export interface Job {
  readonly request: WorkRequest;
  /** Jobs of one kind take about the same time. */
  readonly kind: string;
  /** How many workers ended, without a word why, while they had this job. */
  suspicions: number;
  settle(result: WorkResult | Failure): void;
}

/** The kind of a request's job. */
export function toKind(request: WorkRequest): string {
  if (request.work === "generate") {
    return `${request.reference.environment}/${request.reference.difficulty}`;
  }
  return `${request.work} ${request.problem.environment.id}`;
}

/** Why a request came to nothing: a failure that names its subject. */
export function toFailure(request: WorkRequest, what: string): Failure {
  return { failure: "failed", message: `${describe(request)} ${what}` };
}

function describe(request: WorkRequest): string {
  switch (request.work) {
    case "generate": {
      const { environment, difficulty, seed } = request.reference;
      return `Generation of ${environment} (difficulty ${difficulty}, seed ${seed})`;
    }
    case "verify":
      return `Verification of ${request.problem.environment.id}`;
    case "solve":
      return `Solving ${request.problem.id ?? request.problem.environment.id}`;
  }
}

/** The failure of a request whose environment threw. */
export function toThrownFailure(request: WorkRequest, message: string): Failure {
  const how = request.work === "generate" ? "failed" : "failed internally";
  return toFailure(request, `${how}: ${shorten(message)}`);
}

const MAX_MESSAGE_LENGTH = 300;

/** A message of foreign origin, cut to a length that suits replies and logs. */
export function shorten(message: string): string {
  return message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;
}

/** The message of whatever was thrown. */
export function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
