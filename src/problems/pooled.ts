import type { Registry } from "../environments/registry.ts";
import { type CacheKey, type CacheStatistics, ProblemCache } from "./cache.ts";
import { type Failure, isFailure } from "./failure.ts";
import { type NamedTask, nameTask } from "./named-task.ts";
import type { Problem } from "./problem.ts";
import type { Caller, Problems, Solution, Verified } from "./problems.ts";
import type { Rule } from "./reading/reading.ts";
import { findEnvironment, formatProblemId, type ProblemReference } from "./reference.ts";
import { toStoredAnswer } from "./reference-answer.ts";
import { measureSize } from "./size.ts";
import { fromStored, refuseLarge } from "./stored.ts";
import type { VerifierResult } from "./verify.ts";
import { verifyOutputs } from "./work.ts";
import { type Capacity, planCapacity } from "./workers/capacity.ts";
import type { WorkerModules } from "./workers/fork-worker.ts";
import type { Job, JobResult } from "./workers/jobs.ts";
import type { GeneratedProblem } from "./workers/messages.ts";
import { type PoolStatistics, WorkerPool } from "./workers/worker-pool.ts";

/** The problems of a server: generated and solved in workers, cached, and verified. */
export interface PooledProblems extends Problems {
  /** What workers and cache do, for metrics and tests. */
  readonly statistics: PooledStatistics;
}

export interface PooledStatistics extends PoolStatistics {
  readonly cache: CacheStatistics & {
    /** How often a problem was asked for that was not there. */
    readonly misses: number;
  };
}

export interface PooledOptions extends WorkerModules, Partial<Capacity> {
  readonly registry: Registry;
  /** How long one problem may be generated, or one output verified in a worker. */
  readonly generationTimeoutMs: number;
  /** Told of each worker that ended otherwise than by `close`, with the task that ended it, if that is known. */
  readonly onWorkerEnd?: (reason: string, guilty?: NamedTask) => void;
  /** Told of each failure that has a cause: of what environments throw. */
  readonly onFailure?: (failure: Failure) => void;
}

/** A longer output is verified in a worker: a list of so many numbers takes milliseconds to read. */
const LONG_OUTPUT = 2 ** 17;

/** A larger problem's outputs are verified in workers: scoring may look at all of it. */
const LARGE_PROBLEM_BYTES = 2 ** 17;

/** A larger stored problem is opened in a worker, and its outputs are verified there. */
const SMALL_STORED_BYTES = 2 ** 13;

/** A stored problem counts as no more than this: what it may hold is bounded where it is opened. */
const MAX_STORED_BYTES = 2 ** 22;

/** What a job takes that only names things. */
const NAME_BYTES = 64;

/**
 * Starts workers in the background and returns at once; requests wait until one is ready. How many,
 * and what they and the cache may take, is by default what fits the machine or the container.
 */
export function createPooledProblems({
  registry,
  registryModule,
  workerProgram,
  generationTimeoutMs,
  onWorkerEnd,
  onFailure,
  ...given
}: PooledOptions): PooledProblems {
  const { workers, spareWorkers, workersBytes, cacheBytes } = planCapacity(given);
  const cache = new ProblemCache(registry, cacheBytes);
  /** Generations that have been asked for: requests for the same problem share one. */
  const underWay = new Map<CacheKey, UnderWay>();
  /** About how many bytes a problem takes whose verification may take long. */
  const largeProblems = new WeakMap<Problem, number>();
  const pool = new WorkerPool({
    registryModule,
    workerProgram,
    timeLimitMs: generationTimeoutMs,
    workers: workers + spareWorkers,
    spareWorkers,
    memoryBytes: workersBytes,
    onWorkerEnd: (reason, guilty) => onWorkerEnd?.(reason, guilty && nameTask(guilty, registry)),
    onFailure,
  });
  let misses = 0;

  function verifyHere(problem: Problem, outputs: readonly string[], rule: Rule) {
    const results = verifyOutputs(problem, outputs, rule);
    for (const result of results) if (isFailure(result)) onFailure?.(result);
    return results;
  }

  /** The problem that a worker has generated or opened. */
  function receive(
    { value, packedBytes }: JobResult,
    {
      environment,
      id,
      difficulty,
      seed,
    }: Pick<Problem, "environment" | "id" | "difficulty" | "seed">,
    largeBytes: number,
  ): Problem {
    const { parameters, instance, prompt, split, passingThreshold } = value as GeneratedProblem;
    const problem = {
      environment,
      id,
      difficulty,
      seed,
      parameters,
      instance,
      prompt,
      split,
      passingThreshold,
    };
    if (packedBytes > largeBytes) largeProblems.set(problem, packedBytes);
    return problem;
  }

  function generateAnew(
    reference: ProblemReference,
    key: CacheKey,
    caller?: Caller,
  ): UnderWay | Failure {
    const environment = findEnvironment(reference.environment, registry);
    if (isFailure(environment)) return environment;
    const job = pool.submit({ work: "generate", reference }, NAME_BYTES, caller);
    const problem = job.result.then((generated) => {
      underWay.delete(key);
      if (isFailure(generated)) return generated;
      const { difficulty, seed } = reference;
      const id = formatProblemId(environment, difficulty, seed);
      const problem = receive(
        generated,
        { environment, id, difficulty, seed },
        LARGE_PROBLEM_BYTES,
      );
      cache.set(key, problem, generated.packedBytes);
      return problem;
    });
    return { job, problem };
  }

  async function verifyInWorker(
    problem: Problem,
    output: string,
    { markers, reading }: Rule,
    caller?: Caller,
  ): Promise<Verified> {
    const bytes = output.length + (largeProblems.get(problem) ?? NAME_BYTES);
    const work = { work: "verify", problem, output, rule: { markers, reading } } as const;
    const result = await pool.submit(work, bytes, caller).result;
    return isFailure(result) ? result : (result.value as VerifierResult);
  }

  return {
    registry,
    cached: (reference) => cache.get(cache.toKey(reference)),

    generate(reference, caller) {
      const key = cache.toKey(reference);
      const cached = cache.get(key);
      if (cached !== undefined) return cached;
      misses++;
      const known = underWay.get(key);
      if (known !== undefined) {
        pool.join(known.job, caller);
        return known.problem;
      }
      const begun = generateAnew(reference, key, caller);
      if (isFailure(begun)) return begun;
      underWay.set(key, begun);
      return begun.problem;
    },

    open({ registered, stored }, caller) {
      const tooLarge = refuseLarge(stored);
      if (tooLarge) return tooLarge;
      const bytes = measureSize(stored, MAX_STORED_BYTES);
      if (bytes <= SMALL_STORED_BYTES) return fromStored(registered, stored);
      return pool
        .submit({ work: "open", registered, stored }, bytes, caller)
        .result.then((opened) => {
          if (isFailure(opened)) return opened;
          if (isFailure(opened.value)) return opened.value;
          const seed = stored.seed ?? null;
          return receive(opened, { environment: registered, id: null, difficulty: null, seed }, 0);
        });
    },

    verify(problem, outputs, rule, caller) {
      // Where verification is slow it is done in workers, each output with a deadline of its own.
      const isSlow = problem.environment.slowVerification || largeProblems.has(problem);
      if (!isSlow && !outputs.some(isLong)) return verifyHere(problem, outputs, rule);
      return Promise.all(
        outputs.map((output) =>
          isSlow || isLong(output)
            ? verifyInWorker(problem, output, rule, caller)
            : verifyHere(problem, [output], rule)[0],
        ),
      );
    },

    async solve(problem, caller) {
      const answer = toStoredAnswer(problem);
      if (answer !== null) return { answer };
      const bytes = largeProblems.get(problem) ?? NAME_BYTES;
      const result = await pool.submit({ work: "solve", problem }, bytes, caller).result;
      return isFailure(result) ? result : (result.value as Solution);
    },

    get statistics() {
      return { ...pool.statistics, cache: { ...cache.statistics, misses } };
    },

    close: () => pool.close(),
  };
}

interface UnderWay {
  readonly job: Job;
  readonly problem: Promise<Problem | Failure>;
}

function isLong(output: string): boolean {
  return output.length > LONG_OUTPUT;
}
