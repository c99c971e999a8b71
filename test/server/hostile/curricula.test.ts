import { expect, test } from "vitest";
import { environments } from "../../../src/environments/registry.ts";
import { json } from "../../../src/protocol/codecs/json.ts";
import { beside, connect, send, serveVictim } from "./harness.ts";

const victim = serveVictim();

const MAX_CURRICULA = 64;
const MAX_COUNT = 1e15;

async function ask(method: string, path: string, body?: unknown) {
  const response = await fetch(`${victim().httpUrl}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}

const put = (name: string, body: unknown) => ask("PUT", `/curricula/${name}`, body);

function record(count: number, value: string): string {
  return `{${Array.from({ length: count }, (_, index) => `"k${index}":${value}`)}}`;
}

test.each([
  ["a family half a million times", `{"environments":[${'"family:graphs",'.repeat(5e5)}"x"]}`],
  ["half a million zeros", `{"environments":[${"0,".repeat(5e5)}0]}`],
  ["130,000 weights", `{"environments":${record(130_000, "1")}}`],
  [
    "130,000 wrong tops",
    `{"definition":{},"draws":0,"environments":${record(130_000, '{"top":-1}')}}`,
  ],
  ["a name of 15 MB", `{"environments":["${"x".repeat(15e6)}"]}`],
  ["a weight of a name of 15 MB", `{"environments":{"${"x".repeat(15e6)}":1}}`],
  ["levels that no environment has", { start: 1000 }],
  ["too long a name", "{}", "x".repeat(65)],
  ["a name of its own", "{}", "a%2Fb"],
])("a curriculum of %s is refused", async (_what, body, name = "main") => {
  const { status, text } = await beside(victim(), () => put(name, body));
  expect(status).toBe(422);
  expect(text.length).toBeLessThan(2000);
});

/** The top levels that names may have, of all environments. */
const ids = [1000, 999, 998, 997, 996, 995, 994, 993, 992, 991].flatMap((level) =>
  [...environments.values()].map(({ id, version }) => `${id}@${version}/${level}/0`),
);

test("reports on and batches of thousands of levels that nobody has looked at hold nobody up", async () => {
  expect((await put("wide", { lower_below: 0 })).status).toBe(200);
  const peer = await connect(victim().url);
  await beside(victim(), async () => {
    for (const problem_id of [ids[0], ids[ids.length - 1]]) {
      const outcomes = [{ problem_id, samples: 1, correct: 1 }];
      const { status, body } = await ask("POST", "/report", { curriculum: "wide", outcomes });
      expect([status, body.detail[0].msg]).toEqual([422, expect.stringMatching(/outside 0\.\./)]);
    }
    const problems = ids.slice(0, 4000).map((problem_id) => ({ problem_id, outputs: ["x"] }));
    const answer = await send(
      peer,
      JSON.stringify({ type: "verify", data: { curriculum: "wide", problems } }),
    );
    expect(json.decode(answer)).toMatchObject({ type: "error" });
  });
  peer.terminate();
});

test("the levels of all environments, in one batch, are looked at in slices", async () => {
  const low = [...environments.values()].flatMap(({ id, version }) =>
    Array.from({ length: 9 }, (_, level) => `${id}@${version}/${level}/0`),
  );
  const outcomes = low.map((problem_id) => ({ problem_id, samples: 2, correct: 1 }));
  const { status } = await beside(victim(), () =>
    ask("POST", "/report", { curriculum: "wide", outcomes: outcomes.slice(0, 4000) }),
  );
  expect(status).toBe(200);
});

test("counts never become numbers that cannot be read again", async () => {
  const definition = { environments: ["Sorting"] };
  const { body: state } = await put("counted", definition);
  const { version } = environments.get("Sorting") ?? { version: 0 };
  const outcome = { problem_id: `Sorting@${version}/0/0`, samples: 2 ** 53 - 1, correct: 0 };
  const reported = await ask("POST", "/report", { curriculum: "counted", outcomes: [outcome] });
  expect(reported.status).toBe(422);
  const { Sorting } = state.environments;
  for (const wrong of [
    { ...state, draws: MAX_COUNT + 1 },
    { ...state, environments: { Sorting: { ...Sorting, total_samples: MAX_COUNT + 1 } } },
    { ...state, environments: { Sorting: { ...Sorting, failed_draws: MAX_COUNT + 1 } } },
  ]) {
    const { status, text } = await put("counted?replace=true", wrong);
    expect([status, text]).toEqual([422, expect.stringContaining("No count may exceed")]);
  }
});

test("groups of long names, between changes of tops, take little memory", async () => {
  await put("grouped", { min_samples: 1, threshold: 0.01 });
  const peer = await connect(victim().url);
  const problems = [...environments.values()].map(({ id, version }) => `${id}@${version}/0/0`);
  await beside(
    victim(),
    async () => {
      for (let count = 0; count < 300; count++) {
        const group_id = `${count} ${"x".repeat(1e6)}`;
        const data = { curriculum: "grouped", group_id };
        await send(peer, JSON.stringify({ type: "reset", data }));
        const problem_id = problems[count % problems.length];
        const outcomes = [{ problem_id, samples: 1, correct: 1 }];
        await send(
          peer,
          JSON.stringify({ type: "report", data: { curriculum: "grouped", outcomes } }),
        );
      }
    },
    250,
  );
  peer.terminate();
});

test("there are so many curricula at most, each of all environments", async () => {
  await beside(victim(), async () => {
    const statuses = [];
    for (let count = 0; count < MAX_CURRICULA + 5; count++) {
      statuses.push((await put(`many-${count}`, { seed: count })).status);
    }
    expect(statuses.filter((status) => status === 200).length).toBeLessThan(MAX_CURRICULA);
    expect(new Set(statuses)).toEqual(new Set([200, 409]));
    expect((await ask("GET", "/curricula")).body).toHaveLength(MAX_CURRICULA);
    // One that is there may still be replaced, and one that is deleted makes room.
    expect((await put("many-0?replace=true", { seed: 9 })).status).toBe(200);
    expect((await ask("DELETE", "/curricula/many-0")).status).toBe(200);
    expect((await put("late", {})).status).toBe(200);
  });
});
