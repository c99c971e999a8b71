import type { RegisteredEnvironment } from "../../environments/registry.ts";
import { shorten, toMessage } from "../../wording.ts";
import { bounded, isInterruption } from "../bounded.ts";
import { generateProblem, type Problem } from "../problem.ts";
import { toReferenceAnswer } from "../reference-answer.ts";
import { DEFAULT_MARKERS, verifyOutput } from "../verify.ts";
import {
  type AnsweredProblem,
  commonestAnswer,
  type LazyPolicy,
  lazyPolicies,
} from "./lazy-policies.ts";

/** What an environment is like at a level. Times are in milliseconds, texts in characters. */
export interface LevelProfile {
  readonly level: number;
  /** How many problems were generated, of consecutive seeds from 0. */
  readonly problems: number;
  /** How many of them were solved and verified; the figures below `solving` are of these. */
  readonly solved: number;
  readonly distinctPrompts: number;
  readonly longestPrompt: number;
  readonly generation: Times;
  readonly solving: Times;
  readonly verification: Times;
  readonly longestAnswer: number;
  /** How many problems, as a share, have the commonest answer. */
  readonly commonestAnswer: { readonly text: string; readonly share: number };
  readonly policies: readonly PolicyProfile[];
  /** What was cut short or failed, in sentences. */
  readonly notes: readonly string[];
}

/** In milliseconds; null where nothing was timed. */
export interface Times {
  readonly median: number | null;
  readonly slowest: number | null;
}

/** What a lazy policy earns. Of the echoes, the one of the field that pays most. */
export interface PolicyProfile {
  readonly name: string;
  readonly accuracy: number;
  readonly meanReward: number;
}

export interface ProfileOptions {
  /** How many seeds. Default 200. */
  readonly seeds?: number;
  /** How long generating, solving and verifying may take each. Default 4000. */
  readonly boundMs?: number;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/** Problems before the timed ones, for the compiler. */
const WARM_UP = 10;

/** Measures an environment at a level. What takes too long is cut short, with a note. */
export function profileLevel(
  environment: RegisteredEnvironment,
  level: number,
  { seeds = 200, boundMs = 4000, now = () => performance.now() }: ProfileOptions = {},
): LevelProfile {
  const notes: string[] = [];

  /** Maps items one after another, until one fails or the time is over. */
  function mapTimed<Item, Result>(
    what: string,
    items: readonly Item[],
    map: (item: Item) => Result,
  ): { results: Result[]; times: Times } {
    const results: Result[] = [];
    const durations: number[] = [];
    try {
      bounded(boundMs, () => {
        for (const item of items.slice(0, WARM_UP)) map(item);
        for (const item of items) {
          const start = now();
          const result = map(item);
          durations.push(now() - start);
          results.push(result);
        }
      });
    } catch (error) {
      const done = `${what}: ${results.length} of ${items.length}`;
      notes.push(
        isInterruption(error)
          ? `${done} within ${boundMs / 1000} s`
          : `${done}, then failed: ${shorten(toMessage(error))}`,
      );
    }
    return { results, times: toTimes(durations) };
  }

  const { results: problems, times: generation } = mapTimed(
    "problems generated",
    Array.from({ length: seeds }, (_, seed) => seed),
    (seed) => generateProblem(environment, level, seed),
  );
  const { results: solved, times: solving } = mapTimed("problems solved", problems, (problem) => ({
    problem,
    answer: toReferenceAnswer(problem),
  }));
  const { results: verdicts, times: verification } = mapTimed(
    "answers verified",
    solved,
    ({ problem, answer }) => verify(problem, answer),
  );
  const wrong = verdicts.findIndex(({ accuracy }) => accuracy === 0);
  if (wrong !== -1) notes.push(`the answer to ${solved[wrong].problem.id} does not pass`);
  const policies = mapTimed(
    "lazy policies tried",
    solved.length === 0 ? [] : lazyPolicies(solved),
    (policy) => profilePolicy(policy, solved),
  );

  return {
    level,
    problems: problems.length,
    solved: solved.length,
    distinctPrompts: new Set(problems.map(({ prompt }) => prompt)).size,
    longestPrompt: longest(problems.map(({ prompt }) => prompt)),
    generation,
    solving,
    verification,
    longestAnswer: longest(solved.map(({ answer }) => answer)),
    commonestAnswer: commonestAnswer(solved),
    policies: withBestEcho(policies.results),
    notes,
  };
}

function verify(problem: Problem, answer: string) {
  return verifyOutput(problem, `${DEFAULT_MARKERS.start}${answer}${DEFAULT_MARKERS.end}`);
}

function profilePolicy(
  { name, answers }: LazyPolicy,
  solved: readonly AnsweredProblem[],
): PolicyProfile {
  const results = solved.map(({ problem }, index) => verify(problem, answers[index]));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    name,
    accuracy: mean(results.map(({ accuracy }) => accuracy)),
    meanReward: mean(results.map(({ reward }) => reward)),
  };
}

function withBestEcho(policies: readonly PolicyProfile[]): PolicyProfile[] {
  const [best] = policies
    .filter(({ name }) => name.startsWith("echo "))
    .sort((one, other) => other.accuracy - one.accuracy || other.meanReward - one.meanReward);
  return policies.filter((policy) => policy === best || !policy.name.startsWith("echo "));
}

function toTimes(durations: readonly number[]): Times {
  const sorted = durations.toSorted((one, other) => one - other);
  return { median: sorted[sorted.length >> 1] ?? null, slowest: sorted.at(-1) ?? null };
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}
