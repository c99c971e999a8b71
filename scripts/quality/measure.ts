import { findLastLevel } from "../../src/curriculum/last-level.ts";
import type { RegisteredEnvironment } from "../../src/environments/registry.ts";
import { faultyPolicies } from "../../src/problems/profile/faulty-policies.ts";
import { lazyPolicies } from "../../src/problems/profile/lazy-policies.ts";
import {
  type AnsweredProblem,
  type LevelSample,
  sampleLevel,
} from "../../src/problems/profile/level-sample.ts";
import {
  type PolicyProfile,
  profilePolicy,
  profileSample,
} from "../../src/problems/profile/profile.ts";
import type { Timing } from "../../src/problems/profile/timed.ts";
import { verifyOutput } from "../../src/problems/verify.ts";
import {
  type Earned,
  type LevelFigures,
  type LevelTimes,
  POLICIES,
  type PolicyName,
} from "../../src/quality/columns.ts";
import type { Quality } from "../../src/quality/figures.ts";
import { shorten } from "../../src/wording.ts";
import { digestProblems } from "./digest.ts";
import { countTokens } from "./tokens.ts";

/** The levels that are measured; where they end before, the last one instead. */
const LEVELS = [0, 1, 3, 6, 10, 15, 20];

/** Up to this level all problems that are drawn are answered, too. */
const LAST_LOW_LEVEL = 6;

/** Problems whose tokens are counted. */
const TOKENIZED = 100;

export interface MeasureOptions extends Timing {
  /** Problems drawn at each level, and answered at low ones. */
  readonly seeds: number;
  /** Problems answered at higher levels. */
  readonly seedsAbove: number;
}

/** The levels at which an environment is measured. */
export function levelsOf(environment: RegisteredEnvironment): number[] {
  const last = findLastLevel(environment);
  const levels = LEVELS.filter((level) => level <= last);
  return last < Math.max(...LEVELS) && !levels.includes(last) ? [...levels, last] : levels;
}

/** Measures an environment, level by level. */
export function measure(
  environment: RegisteredEnvironment,
  { seeds, seedsAbove, ...timing }: MeasureOptions,
): Quality {
  const measured = levelsOf(environment).map((level) => {
    const solve = level <= LAST_LOW_LEVEL ? seeds : seedsAbove;
    return measureLevel(environment, level, { drawn: seeds, solved: solve }, timing);
  });
  return {
    levels: measured.map(({ figures }) => figures),
    times: measured.map(({ times }) => times),
    notes: measured.flatMap(({ notes, figures: { level } }) =>
      notes.map((note) => `level ${level}: ${note}`),
    ),
    nodes: [process.versions.node],
  };
}

/** Measures one level on so many problems, of which so many are answered. */
export function measureLevel(
  environment: RegisteredEnvironment,
  level: number,
  { drawn: seeds, solved: solve }: Pick<LevelFigures, "drawn" | "solved">,
  timing: Timing = {},
): { figures: LevelFigures; times: LevelTimes; notes: readonly string[] } {
  const sample = withinTime(sampleLevel(environment, level, { seeds, solve, ...timing }), timing);
  const profile = profileSample(sample, UNBOUNDED);
  const { solved } = sample;
  const faulty = faultyPolicies(solved)
    .filter(({ answers }) => answers.some((answer) => answer !== null))
    .map((policy) => profilePolicy(policy, solved));
  const tokenized = solved.slice(0, TOKENIZED);
  const promptTokens = tokenized.map(({ problem }) => countTokens(problem.prompt));
  const answerTokens = tokenized.map(({ answer }) => countTokens(answer));
  const echo = profile.policies.find(({ name }) => name.startsWith("echo "));
  const figures = {
    level,
    drawn: profile.problems,
    distinct: profile.distinctPrompts,
    equalPairs: countEqualPairs(sample),
    longestPrompt: profile.longestPrompt,
    solved: profile.solved,
    ...shareAccepted(solved),
    commonestAnswer: shorten(profile.commonestAnswer.text, 40),
    commonest: round(profile.commonestAnswer.share),
    longestAnswer: profile.longestAnswer,
    promptTokens: Math.round(mean(promptTokens)),
    mostPromptTokens: Math.max(0, ...promptTokens),
    answerTokens: round(mean(answerTokens), 3),
    mostAnswerTokens: Math.max(0, ...answerTokens),
    echoed: echo?.name.slice("echo ".length) ?? null,
    policies: toPolicies([...profile.policies, ...faulty]),
    digest: digestProblems(solved),
  };
  const times = {
    generation: roundTime(profile.generation.median),
    slowestGeneration: roundTime(profile.generation.slowest),
    answer: roundTime(profile.solving.median),
    slowestAnswer: roundTime(profile.solving.slowest),
    verification: roundTime(profile.verification.median),
    slowestVerification: roundTime(profile.verification.slowest),
  };
  return { figures, times, notes: profile.notes };
}

/** What is within time before it begins is not interrupted. */
const UNBOUNDED: Timing = { boundMs: 3_600_000 };

/** At least as many answered problems are measured, however long their verification takes. */
const LEAST_SOLVED = 10;

/** With as many of the answered problems as all policies can be tried on in time. */
function withinTime(sample: LevelSample, { boundMs = 4000 }: Timing): LevelSample {
  const first = sample.solved.slice(0, LEAST_SOLVED);
  if (first.length === 0) return sample;
  const start = performance.now();
  for (const policy of [...lazyPolicies(first), ...faultyPolicies(first)]) {
    profilePolicy(policy, first);
  }
  const each = (performance.now() - start) / first.length;
  const affordable = Math.max(LEAST_SOLVED, Math.floor(boundMs / each));
  return { ...sample, solved: sample.solved.slice(0, affordable) };
}

function countEqualPairs({ problems }: LevelSample): number {
  const counts = new Map<string, number>();
  let pairs = 0;
  for (const { prompt } of problems) {
    const before = counts.get(prompt) ?? 0;
    pairs += before;
    counts.set(prompt, before + 1);
  }
  return pairs;
}

/** The shares of answers that earn accuracy 1 between their markers, and in the midst of a text. */
function shareAccepted(
  solved: readonly AnsweredProblem[],
): Pick<LevelFigures, "right" | "surrounded"> {
  const share = (dress: (answer: string) => string) =>
    round(mean(solved.map(({ problem, answer }) => verifyOutput(problem, dress(answer)).accuracy)));
  return {
    right: share((answer) => `<answer>${answer}</answer>`),
    surrounded: share(
      (answer) => `First I look at the data.\n\n<answer>\n${answer}\n</answer>\nThat is all.`,
    ),
  };
}

function toPolicies(profiles: readonly PolicyProfile[]): Record<PolicyName, Earned | null> {
  const entries = POLICIES.map((name) => {
    const profile = profiles.find((one) => one.name === name || one.name.startsWith(`${name} `));
    return [
      name,
      profile === undefined
        ? null
        : { accuracy: round(profile.accuracy), reward: round(profile.meanReward) },
    ];
  });
  return Object.fromEntries(entries);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** To so many decimals, so that the last bit of a mean says nothing. */
function round(value: number, decimals = 4): number {
  return Number(value.toFixed(decimals)) + 0;
}

function roundTime(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Number(milliseconds.toPrecision(2));
}
