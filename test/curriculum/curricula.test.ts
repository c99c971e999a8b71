import { describe, expect, test } from "vitest";
import { Curricula } from "../../src/curriculum/curricula.ts";
import { MemoryStore } from "../../src/curriculum/memory-store.ts";
import { environments } from "../../src/environments/registry.ts";
import { createInProcessProblems } from "../../src/problems/in-process.ts";
import { CurriculumDefinition } from "../../src/protocol/curricula.ts";
import { ProtocolError } from "../../src/protocol/errors.ts";
import type { ResetData } from "../../src/protocol/messages.ts";
import type { RequestContext } from "../../src/requests/context.ts";
import { handlers } from "../../src/requests/handlers.ts";
import { createTestContext, TestSession } from "../requests/context.ts";

async function start(definition: object = {}): Promise<RequestContext> {
  const context = createTestContext();
  const whole = { environments: ["Sorting"], min_samples: 2, split: "all", ...definition };
  await context.curricula.create("main", CurriculumDefinition.parse(whole), false);
  return context;
}

function told<Data>(outcome: Data | ProtocolError): Data {
  if (outcome instanceof ProtocolError) throw new Error(outcome.data.message);
  return outcome;
}

async function stateOf({ curricula }: RequestContext, name = "main") {
  return told(await curricula.state(name));
}

async function resetBy(session: TestSession, data: ResetData) {
  return told(await session.resetBy(data));
}

/** An output that is right. */
async function solve({ problems }: RequestContext, session: TestSession): Promise<string> {
  if (session.problem === null) throw new Error("no problem");
  const solution = await problems.solve(session.problem);
  return `<answer>${"answer" in solution ? solution.answer : ""}</answer>`;
}

test("a session draws from it, and its steps report", async () => {
  const context = await start();
  const session = new TestSession(context);
  const { observation } = await resetBy(session, { curriculum: "main" });
  expect(observation.success).toBe(true);
  expect(session.state()).toMatchObject({ curriculum: "main", problem_id: expect.any(String) });
  await session.verify(await solve(context, session));
  await session.verify("wrong");
  expect((await stateOf(context)).environments.Sorting).toMatchObject({
    total_samples: 2,
    total_correct: 1,
    samples: 0,
    top: 0,
  });
  // Held for later resets.
  const next = await resetBy(session, {});
  expect(next.observation.metadata.environment).toBe("Sorting");
  for (let count = 0; count < 2; count++) await session.verify(await solve(context, session));
  const state = await stateOf(context);
  expect(state).toMatchObject({ draws: 2, environments: { Sorting: { top: 1, samples: 0 } } });
  expect(told(await context.curricula.history("main"))).toEqual([
    { environment: "Sorting", top: 1, draws: 2 },
  ]);
});

test("a step that is sent again in a session that was restored counts once", async () => {
  const context = await start({ min_samples: 100 });
  const session = new TestSession(context);
  await resetBy(session, { curriculum: "main" });
  await session.verify("wrong");
  const before = session.state();
  await session.verify("wrong");
  const restored = new TestSession(context);
  told(await handlers.restore(context, before, restored));
  expect(restored.state()).toEqual(before);
  await restored.verify("wrong");
  expect(restored.state()).toEqual(session.state());
  expect((await stateOf(context)).environments.Sorting.total_samples).toBe(2);
  await restored.verify("wrong");
  expect((await stateOf(context)).environments.Sorting.total_samples).toBe(3);
});

test("what else a reset names goes before the curriculum, and does not report", async () => {
  const context = await start();
  const session = new TestSession(context);
  await resetBy(session, { curriculum: "main" });
  await resetBy(session, { problem_id: "Multiplication@2/0/3" });
  await session.verify("wrong");
  expect(session.state()).toMatchObject({ curriculum: "main", report_key: null });
  expect((await stateOf(context)).environments.Sorting.total_samples).toBe(0);
  await resetBy(session, {});
  expect(session.state().report_key).not.toBeNull();
  for (const data of [{ seed: 3 }, { difficulty: 3 }]) {
    expect(await session.resetBy(data)).toBeInstanceOf(ProtocolError);
  }
  for (const key of ["seed", "difficulty"] as const) {
    expect(await session.resetBy({ curriculum: "main", [key]: 3 })).toBeInstanceOf(ProtocolError);
  }
  expect(session.state().report_key).not.toBeNull();
  await resetBy(session, { environment: "Multiplication" });
  expect(session.state()).toMatchObject({ curriculum: null, environment: "Multiplication" });
});

test("the members of a group get one draw, also when they ask at once", async () => {
  const context = await start({ environments: "all" });
  const sessions = Array.from({ length: 8 }, () => new TestSession(context));
  const data = { curriculum: "main", group_id: "g" };
  const observations = await Promise.all(sessions.map((session) => resetBy(session, data)));
  const ids = observations.map(({ observation }) => observation.metadata.problem_id);
  expect(new Set(ids).size).toBe(1);
  expect((await stateOf(context)).draws).toBe(1);
  const other = await resetBy(sessions[0], { curriculum: "main", group_id: "h" });
  expect(other.observation.metadata.problem_id).not.toBe(ids[0]);
});

test("a batch draws a problem a group, which members get in any way", async () => {
  const context = await start({ environments: "all" });
  const draw = async (...group_ids: string[]) => {
    const drawn = await handlers.generate(context, { curriculum: "main", group_ids });
    return told(drawn).problems.map(({ problem_id }) => problem_id);
  };
  const ids = await draw("a", "b", "a");
  expect(ids[2]).toBe(ids[0]);
  expect(ids[1]).not.toBe(ids[0]);
  expect(await draw("b", "c")).toEqual([ids[1], expect.any(String)]);
  const observation = await resetBy(new TestSession(context), {
    curriculum: "main",
    group_id: "a",
  });
  expect(observation.observation.metadata.problem_id).toBe(ids[0]);
  expect((await stateOf(context)).draws).toBe(3);
  for (const [data, message] of [
    [{ group_ids: ["a"] }, /name one/],
    [{ curriculum: "main", group_ids: ["a"], count: 1 }, /not both/],
    [{ curriculum: "main", group_ids: Array(11).fill("a") }, /at most 10 /],
    [{ curriculum: "other", group_ids: ["a"] }, /other/],
  ] as const) {
    const refused = await handlers.generate(context, { ...data, group_ids: [...data.group_ids] });
    expect(refused).toBeInstanceOf(ProtocolError);
    expect(refused).toMatchObject({ data: { message: expect.stringMatching(message) } });
  }
});

test("batches draw, verify and report; a report id counts once", async () => {
  const context = await start({ min_samples: 100 });
  const generated = told(await handlers.generate(context, { curriculum: "main", count: 4 }));
  const problems = generated.problems.map((problem) => ({
    problem_id: problem.problem_id ?? "",
    outputs: ["wrong", "<answer>1</answer>"],
  }));
  const batch = { curriculum: "main", report_id: "batch 1", problems };
  const session = new TestSession(context);
  expect(await handlers.verify(context, batch, session)).toMatchObject({
    counted: true,
    rises: [],
  });
  expect(await handlers.verify(context, batch, session)).toMatchObject({ counted: false });
  expect((await stateOf(context)).environments.Sorting).toMatchObject({ total_samples: 8 });
  const outcomes = problems.map(({ problem_id }) => ({ problem_id, correct: 1, samples: 2 }));
  const report = { curriculum: "main", report_id: "elsewhere", outcomes };
  expect(await handlers.report(context, report)).toEqual({ counted: true, rises: [] });
  expect(await handlers.report(context, report)).toEqual({ counted: false, rises: [] });
  expect((await stateOf(context)).environments.Sorting).toMatchObject({
    total_samples: 16,
    total_correct: 4,
  });
});

test("what it cannot have drawn is refused before anything is done", async () => {
  const context = await start();
  const refused = async (outcome: unknown, message: string) => {
    const error = await outcome;
    expect(error).toBeInstanceOf(ProtocolError);
    expect((error as ProtocolError).data.message).toContain(message);
  };
  const session = new TestSession(context);
  const problems = [
    { problem_id: "Sorting@2/0/1", outputs: ["a"] },
    { problem_id: "Multiplication@2/0/1", outputs: ["a"] },
  ];
  await refused(
    handlers.verify(context, { curriculum: "main", problems }, session),
    "not draw Mult",
  );
  const above = [{ problem_id: "Sorting@2/5/1", outputs: ["a"] }];
  await refused(handlers.verify(context, { curriculum: "main", problems: above }), "above its top");
  await refused(
    handlers.verify(context, { curriculum: "no", problems: above }),
    "no curriculum 'no'",
  );
  await refused(handlers.verify(context, { report_id: "r", problems: above }), "for a curriculum");
  const outcomes = [{ problem_id: "Sorting@9/0/1", correct: 1, samples: 1 }];
  await refused(handlers.report(context, { curriculum: "main", outcomes }), "of version 9");
  await refused(handlers.generate(context, { curriculum: "main" }), "how many");
  await refused(handlers.generate(context, { curriculum: "main", count: 11 }), "at most 10");
  await refused(handlers.generate(context, { count: 1 }), "for a curriculum");
  await refused(session.resetBy({ curriculum: "other" }), "no curriculum 'other'");
  expect((await stateOf(context)).environments.Sorting.total_samples).toBe(0);
  expect(session.state().curriculum).toBeNull();
});

test("a draw whose generation fails is drawn again at another seed, and counted", async () => {
  const own = createInProcessProblems({ registry: environments });
  let failures = 0;
  const problems = {
    ...own,
    cached: () => undefined,
    generate: async (reference: Parameters<typeof own.generate>[0]) =>
      failures++ < 3 ? { failure: "failed" as const, message: "broken" } : own.generate(reference),
  };
  const context = createTestContext({ problems });
  const definition = CurriculumDefinition.parse({ environments: ["Sorting"], split: "all" });
  await context.curricula.create("main", definition, false);
  const session = new TestSession(context);
  const { observation } = await resetBy(session, { curriculum: "main" });
  expect(observation.success).toBe(true);
  expect(await stateOf(context)).toMatchObject({
    draws: 1,
    environments: { Sorting: { failed_draws: 3 } },
  });
  failures = -100;
  await resetBy(session, { curriculum: "main" }).then(({ observation }) =>
    expect(observation).toMatchObject({ success: false, message: "broken" }),
  );
});

describe("the state", () => {
  test("goes on elsewhere exactly where it was", async () => {
    const context = await start({ environments: "all", min_samples: 3, split: "train" });
    const ids = async ({ curricula: _, ...rest }: RequestContext, curricula: Curricula) => {
      const both = { ...rest, curricula };
      const { problems } = told(await handlers.generate(both, { curriculum: "main", count: 10 }));
      return problems.map((problem) => problem.problem_id);
    };
    const first = await ids(context, context.curricula as Curricula);
    const outcomes = first
      .slice(0, 3)
      .map((id) => ({ problem_id: id ?? "", correct: 5, samples: 5 }));
    told(await handlers.report(context, { curriculum: "main", outcomes }));
    const state = await stateOf(context);
    const elsewhere = new Curricula(new MemoryStore(environments), environments);
    const copy = JSON.parse(JSON.stringify(state));
    expect(told(await elsewhere.restore("main", copy, false))).toEqual(state);
    expect(await ids(context, elsewhere)).toEqual(
      await ids(context, context.curricula as Curricula),
    );
    expect(JSON.stringify(state).length).toBeLessThan(100_000);
  });

  test("of another definition, or with counts that cannot be, is refused", async () => {
    const { curricula } = await start();
    const state = told(await curricula.state("main"));
    const { Sorting } = state.environments;
    const change = (own: object) => ({
      ...state,
      environments: { Sorting: { ...Sorting, ...own } },
    });
    const messages = await Promise.all(
      [
        { ...state, environments: { ...state.environments, Multiplication: Sorting } },
        change({ weight: 2 }),
        change({ top: 5000 }),
        change({ samples: 2, total_samples: 2 }),
        change({ correct: 1 }),
      ].map((faulty) => curricula.restore("other", faulty, false)),
    );
    for (const refused of messages) expect(refused).toBeInstanceOf(ProtocolError);
    expect(told(await curricula.names())).toEqual(["main"]);
  });

  test("keeps the environments that a preset had, whatever later figures say", async () => {
    const { curricula } = await start({ environments: ["family:sorting+no-guessing@6"] });
    const state = told(await curricula.state("main"));
    expect(state.environments).toHaveProperty("Sorting");
    const earlier = {
      ...state,
      environments: { ...state.environments, Multiplication: state.environments.Sorting },
    };
    const restored = told(await curricula.restore("earlier", earlier, false));
    expect(restored.environments).toHaveProperty("Multiplication");
  });

  test("is not made twice: the same definition changes nothing, another one is a conflict", async () => {
    const context = await start();
    await handlers.generate(context, { curriculum: "main", count: 3 });
    const { definition } = await stateOf(context);
    expect(told(await context.curricula.create("main", definition, false)).draws).toBe(3);
    const other = { ...definition, seed: 1 };
    expect(await context.curricula.create("main", other, false)).toMatchObject({ status: 409 });
    expect(told(await context.curricula.create("main", other, true)).draws).toBe(0);
    told(await context.curricula.remove("main"));
    expect(await context.curricula.state("main")).toMatchObject({ status: 404 });
  });
});

test("one of many environments is made while others have their turns", async () => {
  const slow = [...environments].slice(0, 8).map(([id, environment]) => {
    const levels = (level: number) => {
      const end = performance.now() + 5;
      while (performance.now() < end);
      return environment.levels(level);
    };
    return [id, { ...environment, levels }] as const;
  });
  const registry = new Map(slow);
  const curricula = new Curricula(new MemoryStore(registry), registry);
  let turns = 0;
  const count = setInterval(() => turns++, 0);
  told(await curricula.create("main", CurriculumDefinition.parse({}), false));
  clearInterval(count);
  expect(turns).toBeGreaterThanOrEqual(7);
});
