import { expect, test } from "vitest";
import { z } from "zod";
import { defineEnvironment } from "../../../src/environments/environment.ts";
import { environments } from "../../../src/environments/registry.ts";
import { integerList } from "../../../src/environments/toolkit/answer-forms/integers.ts";
import { exact } from "../../../src/environments/toolkit/scoring/exact.ts";
import { profileLevel } from "../../../src/problems/profile/profile.ts";

const Parameters = z.object({ level: z.int().max(5) });

/** Says its two numbers, of which the first is 0 or 1, and wants them back; fails from level 6. */
const echo = {
  family: "tests",
  ...defineEnvironment({
    id: "Echo",
    title: "Echo",
    summary: "Say the numbers again.",
    reward: "1 if right, 0 if wrong",
    parameters: Parameters,
    instance: Parameters.extend({ pair: z.array(z.int()), secret: z.array(z.int()) }),
    hidden: ["secret"],
    levels: (level) => [{ level }],
    generate({ level }, random) {
      const pair = [random.integer(0, 1), 7];
      return { level, pair, secret: pair };
    },
    prompt: ({ pair }) => `Say ${pair.join(" and ")}.`,
    answer: integerList,
    score: (numbers, { pair }) => exact(String(numbers) === String(pair), "wrong"),
    solve({ level, pair }) {
      if (level === 5) for (;;);
      return pair.join(" ");
    },
  }),
};

test("counts prompts and answers, and what lazy policies earn", () => {
  const profile = profileLevel(echo, 0, { seeds: 100 });
  expect(profile).toMatchObject({
    problems: 100,
    solved: 100,
    distinctPrompts: 2,
    longestPrompt: "Say 0 and 7.".length,
    longestAnswer: 3,
    notes: [],
  });
  const { share, text } = profile.commonestAnswer;
  expect(text).toMatch(/^[01] 7$/);
  expect(share).toBeGreaterThanOrEqual(0.5);
  expect(share).toBeLessThan(0.7);
  const [empty, commonest, echoed, random] = profile.policies;
  expect(empty).toEqual({ name: "empty", accuracy: 0, meanReward: 0 });
  expect(commonest).toEqual({ name: "commonest", accuracy: share, meanReward: share });
  // The field that pays best, of those that solve may see.
  expect(echoed).toEqual({ name: "echo pair", accuracy: 1, meanReward: 1 });
  expect(random.name).toBe("random");
  expect(random.accuracy).toBeLessThan(0.2);
  expect(profile.policies).toHaveLength(4);
});

test("times are taken with the clock", () => {
  let time = 0;
  const now = () => {
    time += 1;
    return time;
  };
  const { generation, solving, verification } = profileLevel(echo, 0, { seeds: 5, now });
  for (const times of [generation, solving, verification]) {
    expect(times).toEqual({ median: 1, slowest: 1 });
  }
});

test("what takes too long is cut short, and what fails is told", () => {
  const endless = profileLevel(echo, 5, { seeds: 5, boundMs: 50 });
  expect(endless).toMatchObject({
    problems: 5,
    solved: 0,
    policies: [],
    commonestAnswer: { text: "", share: 0 },
    solving: { median: null, slowest: null },
    notes: ["problems solved: 0 of 5 within 0.05 s"],
  });
  const failing = profileLevel(echo, 6, { seeds: 5 });
  expect(failing.problems).toBe(0);
  expect(failing.notes).toEqual([
    expect.stringMatching(/^problems generated: 0 of 5, then failed/),
  ]);
});

test("profiles of the same environment agree, but for the times", () => {
  const sorting = environments.get("Sorting");
  if (sorting === undefined) throw new Error("Sorting is not registered");
  const figures = () => {
    const { generation, solving, verification, ...rest } = profileLevel(sorting, 3, { seeds: 30 });
    return rest;
  };
  expect(figures()).toEqual(figures());
});
