import { describe, expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { ProtocolError } from "../../src/protocol/errors.ts";
import type { ObservationData, ResetData } from "../../src/protocol/messages.ts";
import type { RequestContext } from "../../src/requests/context.ts";
import { handlers } from "../../src/requests/handlers.ts";
import { toGroupSeed } from "../../src/requests/name-problem.ts";
import { createLateProblems, createTestContext, TestSession } from "./context.ts";

function createSession(overrides: Partial<RequestContext> = {}): TestSession {
  return new TestSession(createTestContext(overrides));
}

async function reset(session: TestSession, data: ResetData = {}): Promise<ObservationData> {
  const outcome = await session.resetBy(data);
  if (outcome instanceof ProtocolError) throw new Error(outcome.data.message);
  return outcome;
}

async function refusal(session: TestSession, data: ResetData) {
  const before = session.state();
  const outcome = await session.resetBy(data);
  if (!(outcome instanceof ProtocolError)) throw new Error("the reset was accepted");
  expect(session.state(), "an error changes nothing").toEqual(before);
  return outcome.data;
}

/** Answers the session's problem rightly. */
function solution(session: TestSession): string {
  if (session.problem === null) throw new Error("no problem");
  const { environment, instance } = session.problem;
  return `<answer>${environment.solve(instance)}</answer>`;
}

describe("seeds", () => {
  test("count from the initial seed, one a reset", async () => {
    const session = createSession({ initialSeed: 7 });
    expect(session.state().seed).toBe(7);
    const seeds = [await reset(session), await reset(session)].map(({ metadata }) => metadata.seed);
    expect(seeds).toEqual([7, 8]);
    expect(session.state().seed).toBe(9);
  });

  test("go on behind a seed that was given", async () => {
    const session = createSession();
    await reset(session, { seed: 41 });
    expect((await reset(session)).metadata.seed).toBe(42);
  });

  test("of a group are the hash of its id, and leave the counter alone", async () => {
    // The first four bytes of sha256("prompt-1"), from an independent implementation.
    expect(toGroupSeed("prompt-1")).toBe(2127976754);
    const session = createSession();
    const problem = await reset(session, { group_id: "prompt-1" });
    expect(problem.metadata.seed).toBe(2127976754);
    expect(session.state().seed).toBe(0);
    expect((await reset(createSession(), { group_id: "prompt-1" })).observation.problem_input).toBe(
      problem.observation.problem_input,
    );
  });

  test("beside a group id are refused, since only one can hold", async () => {
    expect(await refusal(createSession(), { group_id: "a", seed: 1 })).toMatchObject({
      code: "VALIDATION_ERROR",
    });
  });
});

describe("a reset", () => {
  test("gives the problem that its reference determines", async () => {
    const session = createSession();
    const { observation, reward, done, metadata } = await reset(session, {
      environment: "Sorting",
      difficulty: 4,
      seed: 3,
    });
    const sorting = environments.get("Sorting");
    if (sorting === undefined) throw new Error("Sorting is not registered");
    const expected = generateProblem(sorting, 4, 3);
    expect(observation).toMatchObject({
      problem_input: expected.prompt,
      verifier_result: null,
      success: true,
    });
    expect([reward, done]).toEqual([null, false]);
    expect(metadata).toEqual({
      problem_id: "Sorting@2/4/3",
      environment: "Sorting",
      difficulty: 4,
      seed: 3,
      parameters: expected.parameters,
      split: expected.split,
    });
    expect(observation.metadata).toEqual(metadata);
  });

  test("changes settings for later resets, too", async () => {
    const session = createSession();
    await reset(session, {
      environment: "Sorting",
      difficulty: 2,
      answer_markers: ["[[", "]]"],
      explain: true,
    });
    const { metadata } = await reset(session);
    expect(metadata).toMatchObject({ environment: "Sorting", difficulty: 2 });
    const step = await session.verify("[[1 2]]");
    expect(step.metadata.reason).toMatch(/2 integers instead of/);
    expect(session.state()).toMatchObject({ environment: "Sorting", difficulty: 2 });
  });

  test("starts an episode: its own id or a new one, and empty statistics", async () => {
    const session = createSession();
    await reset(session, { episode_id: "mine" });
    await session.verify(solution(session));
    expect(session.state()).toMatchObject({
      episode_id: "mine",
      step_count: 1,
      num_samples: 1,
      sum_accuracy: 1,
    });
    await reset(session);
    const state = session.state();
    expect(state).toMatchObject({ step_count: 0, num_samples: 0, sum_accuracy: 0 });
    expect(state.episode_id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("by problem id leaves settings and seed counter alone", async () => {
    const session = createSession();
    const { metadata } = await reset(session, { problem_id: "Sorting@2/3/42" });
    expect(metadata).toMatchObject({ problem_id: "Sorting@2/3/42", environment: "Sorting" });
    expect(session.state()).toMatchObject({
      environment: "Multiplication",
      difficulty: 0,
      seed: 0,
    });
  });

  test("takes a whole dataset row, and names what it ignored", async () => {
    const row = {
      problem_id: "Sorting@2/3/42",
      environment: "Sorting",
      difficulty: 3,
      seed: 42,
      prompt: "…",
      answer: 1,
    };
    const { metadata } = await reset(createSession(), row);
    expect(metadata.ignored).toEqual(["prompt", "answer"]);
    expect(await refusal(createSession(), { ...row, seed: 43 })).toMatchObject({
      code: "VALIDATION_ERROR",
      message: expect.stringContaining("seed is 43, but that of problem_id is 42"),
    });
  });

  test("takes a stored problem, of numbers beyond 2^53 too", async () => {
    const session = createSession();
    const parameter = {
      digit_num: 21,
      a: 10n ** 20n,
      b: 3,
      reference_answer: "300000000000000000000",
      prompt_template: 0,
    };
    const { observation, metadata } = await reset(session, { config: { seed: 5, parameter } });
    expect(observation.problem_input).toContain("100000000000000000000 times 3");
    expect(metadata).toMatchObject({ problem_id: null, seed: 5, parameters: { digit_num: 21 } });
    expect((await session.verify("<answer>300000000000000000000</answer>")).reward).toBe(1);
    expect((await session.verify("<answer>300000000000000000001</answer>")).reward).toBe(0);
  });

  test("applies a stored passing threshold", async () => {
    const session = createSession();
    const parameter = { N: 2, array: [2, 1], gold_answer: [1, 2], reference_answer: "1 2" };
    const config = { parameter, passing_reward_threshold: 0.0001 };
    await reset(session, { environment: "Sorting", config });
    const { observation } = await session.verify("<answer>1 3</answer>");
    expect(observation.verifier_result).toEqual({
      reward: 0.5 ** 10,
      accuracy: 1,
      format_score: 1,
    });
  });

  test.each([
    [{ environment: "Sortng" }, /Unknown environment 'Sortng'. Did you mean 'Sorting'\?/],
    [{ environment: "x".repeat(100_000) }, /Unknown environment 'x{60}…'/],
    [{ problem_id: "Sorting@999/0/0" }, /version 999, but this server has version \d+ of Sorting/],
    [{ problem_id: "Sorting" }, /is not a problem id/],
    [{ problem_id: "Sorting@2/0/0", group_id: "a" }, /give only one/],
    [
      { config: { parameter: { N: 2 } } },
      /not an instance of Multiplication: parameter\.digit_num/,
    ],
    [
      {
        environment: "Knapsack",
        config: { parameter: { N: 3, W: [1], V: [], W_max: 1, gold_answer: 1 } },
      },
      /not an instance of Knapsack: parameter\.W: must have length N = 3, not 1$/,
    ],
    [
      {
        environment: "Knapsack",
        config: { parameter: { N: 2, W: [1, 2], V: [3, 4], W_max: 9, gold_answer: 7 } },
      },
      /not an instance of Knapsack: parameter\.W_max: must be at most the sum of all weights$/,
    ],
  ])("refuses %j", async (data, message) => {
    const outcome = await createSession().resetBy(data);
    if (!(outcome instanceof ProtocolError)) throw new Error("the reset was accepted");
    expect(outcome.data.message).toMatch(message);
  });

  test("overlooks fields of a stored problem that its environment does not know", async () => {
    const session = createSession();
    const parameter = { N: 2, W: [1, 2], V: [3, 4], W_max: 2, gold_answer: 4, gold_count: 77 };
    const { observation } = await reset(session, {
      environment: "Knapsack",
      config: { parameter },
    });
    expect(observation.problem_input).toContain("item 1: weight 2, value 4");
    expect(observation.problem_input).not.toContain("77");
    expect((await session.verify("<answer>1</answer>")).reward).toBe(1);
  });
});

describe("a step", () => {
  test("before a reset says that there is no problem", async () => {
    const { observation, reward, done } = await createSession().verify("<answer>1</answer>");
    expect(observation).toMatchObject({
      problem_input: null,
      verifier_result: null,
      success: false,
    });
    expect(observation.message).toMatch(/reset first/);
    expect([reward, done]).toEqual([null, false]);
  });

  test("may be repeated, and counts", async () => {
    const session = createSession();
    await reset(session);
    const right = await session.verify(solution(session));
    expect(right.observation.verifier_result).toEqual({ reward: 1, accuracy: 1, format_score: 1 });
    expect([right.reward, right.done]).toEqual([1, true]);
    const malformed = await session.verify("no answer");
    expect(malformed.observation.verifier_result).toEqual({
      reward: -1,
      accuracy: 0,
      format_score: 0,
    });
    expect(session.state()).toMatchObject({ step_count: 2, num_samples: 2, sum_accuracy: 1 });
  });

  test("gives a reason only when asked", async () => {
    const session = createSession();
    await reset(session);
    expect((await session.verify("<answer>0</answer>")).metadata).not.toHaveProperty("reason");
  });

  test("whose verification fails is an error in the observation, no reward, and does not count", async () => {
    const problems = createLateProblems({
      verify: () => [{ failure: "failed", message: "it broke" }],
    });
    const session = createSession({ problems });
    await reset(session);
    const { observation, reward, done } = await session.verify("<answer>1</answer>");
    expect(observation).toMatchObject({
      verifier_result: null,
      success: false,
      message: "it broke",
    });
    expect([reward, done]).toEqual([null, false]);
    expect(session.state()).toMatchObject({ num_samples: 0, sum_accuracy: 0 });
  });
});

test("a problem that cannot be generated leaves a session that lives on", async () => {
  const working = createLateProblems();
  const problems = createLateProblems({
    generate: async (reference) =>
      reference.seed === 0
        ? { failure: "failed", message: "Multiplication, difficulty 0, seed 0: took too long" }
        : working.generate(reference),
  });
  const session = createSession({ problems });
  const failed = await reset(session);
  expect(failed.observation).toMatchObject({
    problem_input: null,
    success: false,
    message: expect.stringContaining("took too long"),
  });
  expect(failed.metadata).toMatchObject({ environment: "Multiplication", difficulty: 0, seed: 0 });
  expect((await session.verify("<answer>1</answer>")).observation.success).toBe(false);
  expect((await reset(session)).observation.success).toBe(true);
});

test("no gold value or reference answer is in anything that a session says", async () => {
  for (const environment of environments.keys()) {
    const session = createSession();
    const said = [
      await reset(session, { environment, explain: true }),
      await session.verify("<answer>?</answer>"),
      session.state(),
    ];
    expect(
      JSON.stringify(said, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
    ).not.toMatch(/"(gold|reference)_/);
  }
});

test.each([
  ["Knapsack", "value 1, best 22", "value 1 is not the best"],
  ["Multiplication", "answered 1, right is 5287725786420", "answered 1, which is too small"],
])(
  "a reason of %s has two forms: gold is told only where answers are given out",
  async (environment, exposed, told) => {
    for (const [exposeAnswers, reason] of [
      [true, exposed],
      [false, told],
    ] as const) {
      const session = createSession({ exposeAnswers });
      await reset(session, { environment, difficulty: 5, seed: 0, explain: true });
      expect((await session.verify("<answer>1</answer>")).metadata.reason).toBe(reason);
    }
  },
);

test("a reading holds for later resets, and a batch may have its own", async () => {
  const context = createTestContext();
  const session = new TestSession(context);
  await reset(session, { environment: "Sorting", explain: true, reading: { lenient: true } });
  const output = solution(session).replace(">", ">**").replace("</", "**</");
  const { reward, metadata } = await session.verify(output);
  expect(reward).toBe(1);
  expect(metadata.reading).toMatch(/^read '.*' \(lenient: without bold\)$/);
  await reset(session, { problem_id: metadata.problem_id });
  expect(session.state().reading).toEqual({ lenient: true });
  expect((await session.verify(output)).reward).toBe(1);
  expect((await session.verify(solution(session))).metadata).not.toHaveProperty("reading");

  const batch = async (reading: ResetData["reading"]) =>
    handlers.verify(
      context,
      { problems: [{ outputs: [output] }], reading, explain: true },
      session,
    );
  expect(await batch(undefined)).toMatchObject({
    results: [{ reward: [1], reading: [metadata.reading] }],
  });
  expect(await batch({})).toMatchObject({ results: [{ reward: [-1] }] });
  expect(await batch({ innermost: true })).toMatchObject({
    results: [{ reward: [-1], reading: [null] }],
  });
});

describe("a split", () => {
  const ofSplit = async (session: TestSession, data: ResetData = {}) =>
    (await reset(session, data)).metadata;

  test("holds for later resets, and the counter goes on behind what was passed over", async () => {
    const session = createSession();
    const first = await ofSplit(session, { environment: "Sorting", difficulty: 3, split: "test" });
    expect(first.split).toBe("test");
    expect(session.state()).toMatchObject({ split: "test", seed: (first.seed ?? 0) + 1 });
    const second = await ofSplit(session);
    expect(second.split).toBe("test");
    expect(second.seed).toBeGreaterThan(first.seed ?? 0);
    // In between, all are of the other one.
    const between = createSession();
    for (let seed = (first.seed ?? 0) + 1; seed < (second.seed ?? 0); seed++) {
      const { split } = await ofSplit(between, { environment: "Sorting", difficulty: 3, seed });
      expect(split).toBe("train");
    }
    const group = await ofSplit(session, { group_id: "g" });
    expect(group.split).toBe("test");
    expect(await ofSplit(session, { group_id: "g" })).toEqual(group);
    await reset(session, { split: "all", seed: 0 });
    expect(session.state().split).toBeNull();
  });

  test("does not touch problems that are named by id or config", async () => {
    const session = createSession();
    await reset(session, { environment: "Sorting", difficulty: 3, split: "test" });
    const { id } = generateProblem(environments.get("Sorting") ?? fail(), 3, 1);
    const named = await ofSplit(session, { problem_id: id, split: "train" });
    expect(named).toMatchObject({ problem_id: id, ignored: ["split"] });
    expect(session.state().split).toBe("test");
  });

  test.each(["tset", "", 3, ["test"]])("%j is refused", async (split) => {
    const { message, errors } = await refusal(createSession(), { split });
    expect(message).toMatch(/^Unknown split .*: it is train, test or all\.$/);
    expect(errors).toMatchObject([{ loc: ["split"] }]);
  });

  test("of which there is no problem gives none, and says so", async () => {
    const data = { environment: "BitAndZero_PathCounting", split: "test" };
    const { observation } = await reset(createSession(), data);
    expect(observation).toMatchObject({ problem_input: null, success: false });
    expect(observation.message).toMatch(/no problem of test at difficulty 0 among the 64 seeds/);
  });

  test("of a batch passes over the others, but for problems named by id", async () => {
    const context = createTestContext();
    const { id } = generateProblem(environments.get("Sorting") ?? fail(), 3, 0);
    const named = { environment: "Sorting", difficulty: 3, seed: 0 };
    const none = { environment: "BitAndZero_PathCounting", difficulty: 0, seed: 0 };
    for (const split of ["train", "test"] as const) {
      const problems = [named, { problem_id: id }, none];
      const generated = await handlers.generate(context, { problems, split }, createSession());
      if (generated instanceof ProtocolError) throw new Error(generated.data.message);
      const [drawn, byId, first] = generated.problems;
      const { metadata } = await reset(createSession(), { ...named, split });
      expect(drawn).toMatchObject({ split, problem_id: metadata.problem_id, seed: metadata.seed });
      expect(byId).toMatchObject({ problem_id: id });
      if (split === "train") expect(first).toMatchObject({ split, seed: 0 });
      else expect(first).toMatchObject({ ...none, error: { code: "EXECUTION_ERROR" } });
    }
  });
});

function fail(): never {
  throw new Error("not registered");
}
