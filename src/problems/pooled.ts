import { availableParallelism } from "node:os";
import type { Registry } from "../environments/registry.ts";
import { type CacheKey, ProblemCache } from "./cache.ts";
import type { AnswerMarkers } from "./extract-answer.ts";
import {
  type Failure,
  findEnvironment,
  formatProblemId,
  isFailure,
  type Problem,
  type ProblemReference,
} from "./problem.ts";
import { toStoredAnswer } from "./reference-answer.ts";
import { type VerifierResult, verifyOutput } from "./verify.ts";
import { toMessage, toThrownFailure } from "./workers/jobs.ts";
import type { GeneratedProblem, Solution } from "./workers/messages.ts";
import { type PoolStatistics, WorkerPool } from "./workers/worker-pool.ts";

/** The problems of a server: generated in workers, cached, and verified. */
export interface Problems {
  readonly registry: Registry;
  /** The problem if it is in the cache: no waiting (the path of a verification by reference). */
  cached(reference: ProblemReference): Problem | undefined;
  /**
   * The problem of a reference, from the cache or generated in a worker. Requests for the same
   * problem share it. Never rejects.
   */
  generate(reference: ProblemReference): Promise<Problem | Failure>;
  /**
   * Verifies outputs: at once in process or, for environments with slow verification, in workers
   * (then a promise). An output on which the environment throws has a failure in its place. Never
   * throws or rejects.
   */
  verify(
    problem: Problem,
    outputs: readonly string[],
    markers: AnswerMarkers,
  ): Verified[] | Promise<Verified[]>;
  /**
   * An answer that earns accuracy 1: the stored one or, without one, what `solve` finds, in a worker.
   * Never rejects.
   */
  solve(problem: Problem): Promise<Solution | Failure>;
  /** Numbers of workers, running and queued jobs, for tests and logs. */
  readonly statistics: PoolStatistics;
  /** Ends all workers; what is under way fails. */
  close(): Promise<void>;
}

/** The figures of an output, or why verification itself failed. */
export type Verified = VerifierResult | Failure;

export interface ProblemsOptions {
  readonly registry: Registry;
  /** The module that exports the same registry as `environments`; workers import it. */
  readonly registryModule: URL;
  /** How long one problem may be generated, or one output verified in a worker. */
  readonly generationTimeoutMs: number;
  /** How many workers generate at once; default: one a processor but one, at most 8. */
  readonly workers?: number;
  /** How many more are kept ready, to take over from those which are stuck. Default 1. */
  readonly spareWorkers?: number;
  /** A bound on the estimated size of the problems kept. Default 256 MiB. */
  readonly cacheBytes?: number;
  /** Told of each worker that ended otherwise than by `close`. */
  readonly onWorkerEnd?: (reason: string) => void;
}

/** More workers than these would wait for the server's one thread, which unpacks their problems. */
const MAX_DEFAULT_WORKERS = 8;

/** Starts workers in the background and returns at once; requests wait until one is ready. */
export function createProblems({
  registry,
  registryModule,
  generationTimeoutMs,
  workers = Math.min(MAX_DEFAULT_WORKERS, Math.max(1, availableParallelism() - 1)),
  spareWorkers = 1,
  cacheBytes = 2 ** 28,
  onWorkerEnd,
}: ProblemsOptions): Problems {
  const cache = new ProblemCache(registry, cacheBytes);
  const underWay = new Map<CacheKey, Promise<Problem | Failure>>();
  const pool = new WorkerPool({
    registryModule,
    timeLimitMs: generationTimeoutMs,
    workers: workers + spareWorkers,
    onWorkerEnd,
  });

  async function generateAnew(reference: ProblemReference): Promise<Problem | Failure> {
    const environment = findEnvironment(reference.environment, registry);
    if (isFailure(environment)) return environment;
    const result = await pool.run({ work: "generate", reference });
    if (isFailure(result)) return result;
    const { difficulty, seed } = reference;
    const id = formatProblemId(environment, difficulty, seed);
    const { parameters, instance, prompt, passingThreshold } = result.value as GeneratedProblem;
    const problem: Problem = {
      environment,
      id,
      difficulty,
      seed,
      parameters,
      instance,
      prompt,
      passingThreshold,
    };
    cache.set(cache.toKey(reference), problem, result.packedBytes);
    return problem;
  }

  return {
    registry,
    cached: (reference) => cache.get(cache.toKey(reference)),

    async generate(reference) {
      const key = cache.toKey(reference);
      const cached = cache.get(key);
      if (cached !== undefined) return cached;
      let problem = underWay.get(key);
      if (problem === undefined) {
        problem = generateAnew(reference);
        underWay.set(key, problem);
        problem.finally(() => underWay.delete(key));
      }
      return problem;
    },

    verify(problem, outputs, markers) {
      if (!problem.environment.slowVerification) {
        return outputs.map((output) => verifyHere(problem, output, markers));
      }
      return Promise.all(
        outputs.map(async (output) => {
          const result = await pool.run({ work: "verify", problem, output, markers });
          return isFailure(result) ? result : (result.value as VerifierResult);
        }),
      );
    },

    async solve(problem) {
      const answer = toStoredAnswer(problem);
      if (answer !== null) return { answer };
      const result = await pool.run({ work: "solve", problem });
      return isFailure(result) ? result : (result.value as Solution);
    },

    get statistics() {
      return pool.statistics;
    },

    close: () => pool.close(),
  };
}

function verifyHere(problem: Problem, output: string, markers: AnswerMarkers): Verified {
  try {
    return verifyOutput(problem, output, markers);
  } catch (error) {
    return toThrownFailure({ work: "verify", problem, output, markers }, toMessage(error));
  }
}
