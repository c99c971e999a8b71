import type { RegisteredEnvironment } from "../../environments/registry.ts";
import type { Problem } from "../problem.ts";
import { DEFAULT_MARKERS, verifyOutput } from "../verify.ts";
import { commonestAnswer, type LazyPolicy, lazyPolicies } from "./lazy-policies.ts";
import { type AnsweredProblem, type LevelSample, sampleLevel } from "./level-sample.ts";
import { mapTimed, type Times, type Timing } from "./timed.ts";

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

/** What a lazy policy earns. Of the echoes, the one of the field that pays most. */
export interface PolicyProfile {
  readonly name: string;
  readonly accuracy: number;
  readonly meanReward: number;
}

export interface ProfileOptions extends Timing {
  /** How many seeds. Default 200. */
  readonly seeds?: number;
}

/** Measures an environment at a level. What takes too long is cut short, with a note. */
export function profileLevel(
  environment: RegisteredEnvironment,
  level: number,
  { seeds = 200, ...timing }: ProfileOptions = {},
): LevelProfile {
  return profileSample(sampleLevel(environment, level, { seeds, ...timing }), timing);
}

/** Measures the problems of a level. */
export function profileSample(sample: LevelSample, timing: Timing = {}): LevelProfile {
  const { level, problems, solved, generation, solving } = sample;
  const verified = mapTimed(
    "answers verified",
    solved,
    ({ problem, answer }) => verifyMarked(problem, answer),
    timing,
  );
  const wrong = verified.results.findIndex(({ accuracy }) => accuracy === 0);
  const fault = wrong === -1 ? null : `the answer to ${solved[wrong].problem.id} does not pass`;
  const policies = mapTimed(
    "lazy policies tried",
    solved.length === 0 ? [] : lazyPolicies(solved),
    (policy) => profilePolicy(policy, solved),
    timing,
  );
  return {
    level,
    problems: problems.length,
    solved: solved.length,
    distinctPrompts: new Set(problems.map(({ prompt }) => prompt)).size,
    longestPrompt: longest(problems.map(({ prompt }) => prompt)),
    generation,
    solving,
    verification: verified.times,
    longestAnswer: longest(solved.map(({ answer }) => answer)),
    commonestAnswer: commonestAnswer(solved),
    policies: withBestEcho(policies.results),
    notes: [
      ...sample.notes,
      ...[verified.note, fault, policies.note].filter((note) => note !== null),
    ],
  };
}

function verifyMarked(problem: Problem, answer: string) {
  return verifyOutput(problem, `${DEFAULT_MARKERS.start}${answer}${DEFAULT_MARKERS.end}`);
}

/** What a policy earns in the mean, over the problems for which it has an answer; 0 of none. */
export function profilePolicy(
  { name, answers }: LazyPolicy,
  solved: readonly AnsweredProblem[],
): PolicyProfile {
  const results = solved.flatMap(({ problem }, index) => {
    const answer = answers[index];
    return answer === null ? [] : [verifyMarked(problem, answer)];
  });
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
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

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}
