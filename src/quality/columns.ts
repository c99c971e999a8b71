/** Which tokenizer counts tokens: a common one of 200,000 words. Others differ, but seldom by a third. */
export const ENCODING = "o200k_base";

/** Ways to answer without solving, and answers that went wrong on the way. */
export const POLICIES = [
  "empty",
  "commonest",
  "echo",
  "random",
  "prompt",
  "off by one",
  "sign flipped",
  "truncated",
] as const;

export type PolicyName = (typeof POLICIES)[number];

/** Those that take nothing from a right answer: what they earn, anyone can have. */
export const LAZY = ["empty", "commonest", "echo", "random", "prompt"] as const;

/** What a policy earns in the mean. */
export interface Earned {
  /** In 0..1. */
  readonly accuracy: number;
  /** In −1..1. */
  readonly reward: number;
}

/** What an environment is like at a level: what every machine measures alike. */
export interface LevelFigures {
  readonly level: number;
  /** How many problems were drawn, of the seeds from 0. */
  readonly drawn: number;
  /** How many different prompts they have. */
  readonly distinct: number;
  /** How many pairs of them have the same prompt. */
  readonly equalPairs: number;
  /** In characters, of those drawn. */
  readonly longestPrompt: number;
  /** How many were answered, the first ones; what follows is of these. */
  readonly solved: number;
  /** The share of reference answers that earn accuracy 1; of those within a longer text. */
  readonly right: number;
  readonly surrounded: number;
  /** The commonest answer, cut to forty characters, and its share. */
  readonly commonestAnswer: string;
  readonly commonest: number;
  /** In characters. */
  readonly longestAnswer: number;
  /** In tokens, of the first hundred: the mean, and the most. */
  readonly promptTokens: number;
  readonly mostPromptTokens: number;
  readonly answerTokens: number;
  readonly mostAnswerTokens: number;
  /** The field of the data whose echo pays most; null where none can be written as an answer. */
  readonly echoed: string | null;
  /** What policies earn; null where there was no time, or where an answer has no part to change. */
  readonly policies: Readonly<Record<PolicyName, Earned | null>>;
  /** Of the first ten problems: instances, prompts, answers, and what right and wrong ones earn. */
  readonly digest: string;
}

/** How long a level takes on the machine that measured it, in milliseconds; null where unknown. */
export interface LevelTimes {
  readonly generation: number | null;
  readonly slowestGeneration: number | null;
  readonly answer: number | null;
  readonly slowestAnswer: number | null;
  readonly verification: number | null;
  readonly slowestVerification: number | null;
}

const NUMBERS = [
  "level",
  "drawn",
  "distinct",
  "equalPairs",
  "longestPrompt",
  "solved",
  "right",
  "surrounded",
  "commonest",
  "longestAnswer",
  "promptTokens",
  "mostPromptTokens",
  "answerTokens",
  "mostAnswerTokens",
] as const satisfies readonly (keyof LevelFigures)[];

const TIMES = [
  "generation",
  "slowestGeneration",
  "answer",
  "slowestAnswer",
  "verification",
  "slowestVerification",
] as const satisfies readonly (keyof LevelTimes)[];

type Cell = string | number | null;

/** What the cells of a row are, for readers of the file. */
export const COLUMNS: readonly string[] = [
  "digest",
  "echoed",
  "commonestAnswer",
  ...NUMBERS,
  ...POLICIES.flatMap((name) => [`${name}: accuracy`, `${name}: reward`]),
];

export const TIME_COLUMNS: readonly string[] = TIMES;

/** A level's figures as a row. */
export function toRow(figures: LevelFigures): Cell[] {
  const earned = POLICIES.flatMap((name) => {
    const policy = figures.policies[name];
    return policy === null ? [null, null] : [policy.accuracy, policy.reward];
  });
  const { digest, echoed, commonestAnswer } = figures;
  return [digest, echoed, commonestAnswer, ...NUMBERS.map((name) => figures[name]), ...earned];
}

/** The figures of a row. */
export function fromRow([
  digest,
  echoed,
  commonestAnswer,
  ...numbers
]: readonly Cell[]): LevelFigures {
  const earned = numbers.slice(NUMBERS.length);
  const policies = POLICIES.map((name, index) => {
    const [accuracy, reward] = earned.slice(2 * index);
    return [name, accuracy === null ? null : { accuracy, reward }];
  });
  return {
    digest,
    echoed,
    commonestAnswer,
    ...Object.fromEntries(NUMBERS.map((name, index) => [name, numbers[index]])),
    policies: Object.fromEntries(policies),
  } as LevelFigures;
}

export function toTimesRow(times: LevelTimes): (number | null)[] {
  return TIMES.map((name) => times[name]);
}

export function fromTimesRow(row: readonly Cell[]): LevelTimes {
  return Object.fromEntries(
    TIMES.map((name, index) => [name, row[index]]),
  ) as unknown as LevelTimes;
}
