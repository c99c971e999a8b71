import { expect, onTestFinished, test } from "vitest";
import { type Strategy, train } from "../../bench/learner/train.ts";
import { RlveGymClient } from "../../src/client/client.ts";
import { startTestServer } from "../server/harness.ts";

test("a simulated learner gets furthest by curricula, whose problems stay within its reach", async () => {
  const client = await RlveGymClient.connect((await startTestServer()).httpUrl);
  onTestFinished(() => client.close());
  const run = (strategy: Strategy) =>
    train(client, { strategy, seed: 1, problems: 8000, points: 4 });
  const [easy, hard, uniform, curriculum, narrow] = [
    await run("easy"),
    await run("hard"),
    await run("uniform"),
    await run("curriculum"),
    await run("narrow"),
  ];
  const skills = [hard, uniform, easy, curriculum, narrow].map((path) => path[4].skill);
  // In the order in which they end, with room for draws and environments to change.
  expect(skills[0]).toBeLessThan(skills[1] - 1);
  expect(Math.max(skills[1], skills[2])).toBeLessThan(skills[3] - 0.5);
  expect(skills[3]).toBeLessThan(skills[4] - 2);
  for (const { accuracy, teaching } of curriculum.slice(1)) {
    expect(accuracy).toBeGreaterThan(0.7);
    expect(accuracy).toBeLessThan(0.97);
    expect(teaching).toBeGreaterThan(0.2);
  }
  for (const { accuracy } of narrow.slice(1)) {
    expect(accuracy).toBeGreaterThan(0.6);
    expect(accuracy).toBeLessThan(0.9);
  }
  expect(hard[4].accuracy).toBeLessThan(0.01);
  expect(easy[4].accuracy).toBeGreaterThan(0.97);
  expect(uniform[1].accuracy).toBeLessThan(0.3);
});
