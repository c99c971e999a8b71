import { chanceOf, leastDistinct } from "../../src/quality/judgements.ts";
import { formatCount, link, type Measured, percent, rowUpTo } from "./measured.ts";

/** How many environments are told of each trait. */
const COUNTS = { guessed: 8, few: 6, long: 6 };

/** At which level guessing and variety are judged: well above the first ones, which are all small. */
const JUDGED = 10;

const LAST = 20;

/** Rows of the environments that surprise most: guessed easily, few problems, answers too long. */
export function toKnow(all: readonly Measured[]): string[][] {
  const told = new Set<string>();
  const most = (count: number, weigh: (measured: Measured) => number) => {
    const chosen = all
      .filter(({ environment }) => !told.has(environment.id))
      .toSorted((one, other) => weigh(other) - weigh(one))
      .slice(0, count);
    for (const { environment } of chosen) told.add(environment.id);
    return chosen;
  };
  return [
    ...most(COUNTS.guessed, ({ quality }) => chanceOf(rowUpTo(quality, JUDGED))).map((measured) => [
      link(measured.environment),
      "guessed without solving",
      describeGuess(measured),
    ]),
    ...most(COUNTS.few, ({ quality }) => -leastDistinct(quality, JUDGED)).map((measured) => {
      const { level, distinct, drawn } = rowUpTo(measured.quality, JUDGED);
      return [
        link(measured.environment),
        "few problems",
        `${formatCount(distinct)} different ones among ${formatCount(drawn)} at level ${level}`,
      ];
    }),
    ...most(COUNTS.long, ({ quality }) => rowUpTo(quality, LAST).mostAnswerTokens).map(
      (measured) => {
        const { level, mostAnswerTokens } = rowUpTo(measured.quality, LAST);
        const before = rowUpTo(measured.quality, JUDGED);
        return [
          link(measured.environment),
          "long answers",
          `${formatCount(mostAnswerTokens)} tokens at level ${level}, ${formatCount(before.mostAnswerTokens)} at level ${before.level}`,
        ];
      },
    ),
  ];
}

function describeGuess({ quality }: Measured): string {
  const row = rowUpTo(quality, JUDGED);
  const { level, policies, commonestAnswer, echoed } = row;
  const chance = chanceOf(row);
  const share = `right in ${percent(chance)} at level ${level}`;
  if (policies.echo?.accuracy === chance) return `an echo of the data's \`${echoed}\`: ${share}`;
  if (policies.random?.accuracy === chance) return `a random answer of the form: ${share}`;

  const answer =
    commonestAnswer === ""
      ? "the empty answer"
      : `always \`${commonestAnswer.replaceAll("\n", " ")}\``;
  return `${answer}: ${share}`;
}
