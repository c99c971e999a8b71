import { expect, test } from "vitest";
import { fromRow, type LevelFigures, POLICIES, toRow } from "../../src/quality/columns.ts";
import { chanceOf, leastDistinct, rowsAround } from "../../src/quality/judgements.ts";

/** Figures of a level at which nothing is ever right, but for what is given. */
function figures(given: Partial<LevelFigures> = {}): LevelFigures {
  const nothing = POLICIES.map((name) => [name, { accuracy: 0, reward: -1 }]);
  return {
    level: 0,
    drawn: 1000,
    distinct: 1000,
    equalPairs: 0,
    longestPrompt: 100,
    solved: 1000,
    right: 1,
    surrounded: 1,
    commonestAnswer: "1",
    commonest: 0.001,
    longestAnswer: 4,
    promptTokens: 20,
    mostPromptTokens: 30,
    answerTokens: 1.5,
    mostAnswerTokens: 2,
    echoed: null,
    policies: Object.fromEntries(nothing) as LevelFigures["policies"],
    digest: "0123456789ab",
    ...given,
  };
}

test("figures survive their row, with policies that had no answer", () => {
  const policies = {
    ...figures().policies,
    truncated: null,
    echo: { accuracy: 0.5, reward: 0.25 },
  };
  const whole = figures({ policies, echoed: "array" });
  expect(fromRow(JSON.parse(JSON.stringify(toRow(whole))))).toEqual(whole);
});

test("the chance score is the best of the lazy policies, the commonest answer's without its source", () => {
  const of = (name: string, accuracy: number, solved = 1000) =>
    chanceOf(
      figures({ solved, policies: { ...figures().policies, [name]: { accuracy, reward: 0 } } }),
    );
  expect(of("random", 0.2)).toBe(0.2);
  expect(of("off by one", 0.9)).toBe(0);
  expect(of("commonest", 0.1, 10)).toBe(0);
  expect(of("commonest", 0.2, 10)).toBe(0.1111);
});

test("equal pairs tell how many problems there are at least", () => {
  const least = (given: Partial<LevelFigures>) => leastDistinct({ levels: [figures(given)] }, 0);
  // The number N of which 499,500/N is the mean that 0 (or 1, 2) equal pairs exceed in 5 %: exactly 3.00, 4.74, 6.30.
  expect(Math.abs(least({}) / (499_500 / 2.9957) - 1)).toBeLessThan(0.02);
  expect(Math.abs(least({ equalPairs: 1, distinct: 999 }) / (499_500 / 4.7439) - 1)).toBeLessThan(
    0.02,
  );
  expect(least({ equalPairs: 2, distinct: 998 })).toBeLessThan(100_000);
  expect(least({ equalPairs: 50_000, distinct: 10 })).toBe(10);
});

test("the bound holds in simulated draws of known numbers of problems", () => {
  let exceeded = 0;
  for (let run = 0; run < 200; run++) {
    const count = 20_000;
    const seen = new Map<number, number>();
    for (let draw = 0; draw < 1000; draw++) {
      const problem = Math.floor(Math.random() * count);
      seen.set(problem, (seen.get(problem) ?? 0) + 1);
    }
    const equalPairs = [...seen.values()].reduce(
      (sum, times) => sum + (times * (times - 1)) / 2,
      0,
    );
    const levels = [figures({ distinct: seen.size, equalPairs })];
    if (leastDistinct({ levels }, 0) > count) exceeded++;
  }
  // One in twenty in the mean; over 30 of 200 happens once in millions of runs.
  expect(exceeded).toBeLessThanOrEqual(30);
});

test("bounds of lower levels hold above, where fewer were drawn", () => {
  const levels = [figures(), figures({ level: 6, drawn: 20, distinct: 20 })];
  expect(leastDistinct({ levels }, 6)).toBe(leastDistinct({ levels }, 0));
});

test("between two measured levels both count, beyond the last the last", () => {
  const levels = [0, 3, 6].map((level) => figures({ level }));
  const around = (level: number) => rowsAround({ levels }, level).map((row) => row.level);
  expect([0, 2, 3, 4, 6, 50].map(around)).toEqual([[0], [0, 3], [3], [3, 6], [6], [6]]);
});
