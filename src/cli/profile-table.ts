import type { LevelProfile } from "../problems/profile/profile.ts";
import type { Times } from "../problems/profile/timed.ts";

/** From these on, a figure deserves a word in the environment's file. */
const LARGE_SHARE = 0.3;
const FEW_DISTINCT = 0.25;
const LONG_ANSWER = 4000;

type Row = readonly [name: string, cell: (profile: LevelProfile) => string];

const SIZES: readonly Row[] = [
  ["problems", ({ problems }) => String(problems)],
  ["distinct prompts", (profile) => percent(distinctShare(profile))],
  ["longest prompt", ({ longestPrompt }) => String(longestPrompt)],
  ["longest answer", ({ longestAnswer }) => String(longestAnswer)],
  ["commonest answer", ({ commonestAnswer }) => percent(commonestAnswer.share)],
];

const POLICIES: readonly Row[] = ["empty", "commonest", "echo", "random"].map((kind) => [
  kind,
  ({ policies }) => {
    const policy = policies.find(({ name }) => name.startsWith(kind));
    if (policy === undefined) return "–";
    const field = policy.name.slice(kind.length);
    return `${percent(policy.accuracy)}, ${formatReward(policy.meanReward)}${field}`;
  },
]);

const TIMES: readonly Row[] = [
  ["generation", ({ generation }) => formatTimes(generation)],
  ["answer", ({ solving }) => formatTimes(solving)],
  ["verification", ({ verification }) => formatTimes(verification)],
];

/** Profiles of an environment's levels as a table for people, with remarks below it. */
export function formatProfiles(heading: string, profiles: readonly LevelProfile[]): string {
  const toCells = (rows: readonly Row[]) =>
    rows.map(([name, cell]) => [`  ${name}`, ...profiles.map(cell)]);
  const rows = [
    ["level", ...profiles.map(({ level }) => String(level))],
    ...toCells(SIZES),
    ["lazy policies: accuracy, mean reward"],
    ...toCells(POLICIES),
    ["times: median, slowest"],
    ...toCells(TIMES),
  ];
  const remarks = profiles.flatMap((profile) =>
    remarksOn(profile).map((remark) => `level ${profile.level}: ${remark}`),
  );
  return [heading, ...alignColumns(rows), ...remarks].join("\n");
}

/** What was cut short, and what a reader of the environment's file would wonder about. */
function remarksOn(profile: LevelProfile): string[] {
  const { problems, longestAnswer, commonestAnswer, policies, notes } = profile;
  const isCommon = commonestAnswer.share > LARGE_SHARE && profile.solved > 1;
  const isLong = longestAnswer > LONG_ANSWER;
  return [
    ...notes,
    ...(problems > 1 && distinctShare(profile) < FEW_DISTINCT ? ["few distinct prompts"] : []),
    ...(isCommon ? [`the commonest answer is ${quoteStart(commonestAnswer.text)}`] : []),
    ...(isLong ? [`an answer of ${longestAnswer} characters is long to write`] : []),
    ...policies
      .filter(({ name, accuracy }) => name !== "commonest" && accuracy > LARGE_SHARE)
      .map(({ name, accuracy }) => `the policy '${name}' is right in ${percent(accuracy)}`),
  ];
}

function distinctShare({ distinctPrompts, problems }: LevelProfile): number {
  return problems === 0 ? 0 : distinctPrompts / problems;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function formatReward(reward: number): string {
  return reward.toFixed(2).replace("-", "−");
}

function formatTimes({ median, slowest }: Times): string {
  return median === null || slowest === null
    ? "–"
    : `${formatTime(median)}, ${formatTime(slowest)}`;
}

/** Two digits with a unit that fits. */
function formatTime(milliseconds: number): string {
  const round = (time: number) => Number(time.toPrecision(2));
  if (milliseconds < 1) return `${round(1000 * milliseconds)} µs`;
  return milliseconds < 1000 ? `${round(milliseconds)} ms` : `${round(milliseconds / 1000)} s`;
}

function quoteStart(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** The first column to the left, the others to the right; a row of one cell is a heading. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.filter(({ length }) => length > 1).map((row) => row[column].length)),
  );
  return rows.map(([name, ...cells]) =>
    [
      name.padEnd(cells.length === 0 ? 0 : widths[0]),
      ...cells.map((cell, column) => cell.padStart(widths[column + 1])),
    ].join("  "),
  );
}
