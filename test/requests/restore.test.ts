import { expect, test } from "vitest";
import { ProtocolError } from "../../src/protocol/errors.ts";
import { type ResetData, requests, type StateData } from "../../src/protocol/messages.ts";
import { handlers } from "../../src/requests/handlers.ts";
import { createLateProblems, createTestContext, TestSession } from "./context.ts";

const context = createTestContext();

/** A server whose sessions begin otherwise, so that nothing is right by default. */
const elsewhere = createTestContext({
  settings: {
    environment: "Knapsack",
    difficulty: 3,
    markers: { start: "[", end: "]" },
    reading: { lenient: true, think: "strip" },
    split: "test",
    curriculum: null,
    explain: true,
  },
  initialSeed: 999,
});

/** What a client does after a reconnect: it sends the state, as JSON, to a new session. */
function restore(session: TestSession, state: object) {
  const data = requests.restore.data.parse(JSON.parse(JSON.stringify(state)));
  return handlers.restore(elsewhere, data, session);
}

async function restored(state: StateData, config?: ResetData["config"]): Promise<TestSession> {
  const session = new TestSession(elsewhere);
  expect(await restore(session, { ...state, config })).toEqual(state);
  return session;
}

const parameter = { N: 2, array: [2, 1], gold_answer: [1, 2], reference_answer: "1 2" };
const config = { seed: 4, parameter, passing_reward_threshold: 0.0001 };

/** What a session may be asked, one after the other. */
const asked: ({ reset: ResetData } | { output: string })[] = [
  { output: "too early" },
  { reset: {} },
  { output: "<answer>1</answer>" },
  { reset: { environment: "Sorting", difficulty: 2, seed: 41, explain: true } },
  { output: "<answer>1</answer>" },
  { reset: { problem_id: "Knapsack@1/1/7", answer_markers: ["<<", ">>"], episode_id: "e" } },
  { reset: { environment: "Sorting", reading: { innermost: true, lenient: true } } },
  { output: "<<<<**0**>>" },
  { output: "<<0>>" },
  { output: "none" },
  { reset: { config, answer_markers: ["<answer>", "</answer>"], explain: false } },
  { output: "<answer>1 3</answer>" },
  { output: "<answer>1 2</answer>" },
  { reset: { group_id: "g" } },
  { reset: {} },
  { output: "<answer></answer>" },
];

test("a session goes on elsewhere, from any moment, as it would have gone on", async () => {
  const ask = (session: TestSession, request: (typeof asked)[number]) =>
    "reset" in request ? session.resetBy(request.reset) : session.verify(request.output);
  for (let moment = 0; moment <= asked.length; moment++) {
    const one = new TestSession(context);
    let stored: ResetData["config"];
    for (const request of asked.slice(0, moment)) {
      await ask(one, request);
      if ("reset" in request) stored = request.reset.config;
    }
    const other = await restored(one.state(), stored);
    for (const request of asked.slice(moment)) {
      // Only an id that the server makes up differs.
      const same = "reset" in request ? { reset: { episode_id: "e", ...request.reset } } : request;
      expect(await ask(other, same)).toEqual(await ask(one, same));
      expect(other.state()).toEqual(one.state());
    }
  }
});

test("counts go on where they were", async () => {
  const session = new TestSession(context);
  await session.resetBy({ environment: "Sorting", config });
  await session.verify("<answer>1 2</answer>");
  await session.verify("none");
  const other = await restored(session.state(), config);
  await other.verify("<answer>1 2</answer>");
  expect(other.state()).toMatchObject({ step_count: 3, num_samples: 3, sum_accuracy: 2 });
});

test("the prompt may be left out", async () => {
  for (const named of [
    { environment: "Sorting", seed: 5 },
    { environment: "Sorting", config },
  ]) {
    const session = new TestSession(context);
    await session.resetBy(named);
    const { problem_input, ...rest } = session.state();
    const other = new TestSession(elsewhere);
    expect(await restore(other, { ...rest, config: named.config })).toEqual(session.state());
    expect(other.state().problem_input).toBe(problem_input);
  }
});

test("what is no session's state is refused, and changes nothing", async () => {
  const session = new TestSession(context);
  await session.resetBy({ environment: "Sorting", seed: 1, episode_id: "e" });
  const state = session.state();
  const refused: [object, RegExp][] = [
    [{ environment: "Sortng" }, /Did you mean 'Sorting'/],
    [{ problem_id: "Sorting@999/0/1" }, /version 999, but this server has/],
    [{ problem_id: state.problem_id?.replace(/1$/, "2") }, /another prompt than problem_input/],
    [{ problem_id: null }, /add the config/],
    [{ config }, /not both/],
    [{ problem_id: null, config }, /another prompt than problem_input/],
    [{ sum_accuracy: 1 }, /sum_accuracy is larger/],
    [{ num_samples: 1 }, /differ/],
    [{ problem_id: null, problem_input: null, num_samples: 1, step_count: 1 }, /without a problem/],
    [{ episode_id: null }, /has an id/],
  ];
  const other = new TestSession(elsewhere);
  const before = other.state();
  for (const [change, message] of refused) {
    const outcome = await restore(other, { ...state, ...change });
    if (!(outcome instanceof ProtocolError)) throw new Error(`accepted ${JSON.stringify(change)}`);
    expect(outcome.data.message).toMatch(message);
    expect(other.state()).toEqual(before);
  }
  for (const wrong of [{ seed: -1 }, { step_count: 0.5 }, { unknown: 1 }, { answer_markers: [] }]) {
    expect(requests.restore.data.safeParse({ ...state, ...wrong }).success).toBe(false);
  }
});

test("a problem that cannot be generated here leaves the new session as it is", async () => {
  const session = new TestSession(context);
  await session.resetBy({ environment: "Sorting", seed: 1 });
  const failing = createTestContext({
    problems: createLateProblems({
      generate: async () => ({ failure: "failed", message: "Generation passed its deadline" }),
    }),
  });
  const other = new TestSession(failing);
  const outcome = await handlers.restore(failing, session.state(), other);
  expect(outcome).toMatchObject({
    data: { code: "EXECUTION_ERROR", message: "Generation passed its deadline" },
  });
  expect(other.state().episode_id).toBeNull();
});

test("the counter begins anew after the last seed, so that every state can be restored", async () => {
  const session = new TestSession(context);
  await session.resetBy({ environment: "Sorting", seed: Number.MAX_SAFE_INTEGER });
  expect((await restored(session.state())).state().seed).toBe(0);
});
