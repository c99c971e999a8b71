import { availableParallelism } from "node:os";
import type { Registry } from "../environments/registry.ts";
import { type CacheKey, ProblemCache } from "./cache.ts";
import { type Failure, isFailure } from "./failure.ts";
import type { Problem } from "./problem.ts";
import type { Problems, Solution } from "./problems.ts";
import { findEnvironment, formatProblemId, type ProblemReference } from "./reference.ts";
import { toStoredAnswer } from "./reference-answer.ts";
import type { VerifierResult } from "./verify.ts";
import { verifyOutputs } from "./work.ts";
import type { WorkerModules } from "./workers/fork-worker.ts";
import type { GeneratedProblem } from "./workers/messages.ts";
import { type PoolStatistics, WorkerPool } from "./workers/worker-pool.ts";

/** The problems of a server: generated and solved in workers, cached, and verified. */
export interface PooledProblems extends Problems {
  /** Requests for the same problem share it. */
  generate(reference: ProblemReference): Promise<Problem | Failure>;
  /** Numbers of workers, running and queued jobs, for tests and logs. */
  readonly statistics: PoolStatistics;
}

export interface PooledOptions extends WorkerModules {
  readonly registry: Registry;
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
export function createPooledProblems({
  registry,
  registryModule,
  workerProgram,
  generationTimeoutMs,
  workers = Math.min(MAX_DEFAULT_WORKERS, Math.max(1, availableParallelism() - 1)),
  spareWorkers = 1,
  cacheBytes = 2 ** 28,
  onWorkerEnd,
}: PooledOptions): PooledProblems {
  const cache = new ProblemCache(registry, cacheBytes);
  const underWay = new Map<CacheKey, Promise<Problem | Failure>>();
  const pool = new WorkerPool({
    registryModule,
    workerProgram,
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
      // Where verification is slow it is done in workers, each output with a deadline of its own.
      if (!problem.environment.slowVerification) return verifyOutputs(problem, outputs, markers);
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
