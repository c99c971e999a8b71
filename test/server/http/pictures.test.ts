import { expect, test } from "vitest";
import { generateProblem } from "../../../src/index.ts";
import { ask, createTestApp } from "./test-app.ts";

const NAMED = { problem_id: "Maze@1/0/1" };

test("pictures are given without answers being exposed, and tell no more than the prompt", async () => {
  const app = createTestApp();
  const { body } = await ask(app, "/generate", { problems: [NAMED], include: ["picture"] });
  expect(body.problems[0]).toMatchObject({
    problem_input: expect.stringContaining("\n....\n....\n#.#.\n....\n"),
    picture: {
      kind: "grid",
      cells: Array(4).fill(["", "", "", ""]),
      walls: [
        [2, 0],
        [2, 2],
      ],
    },
  });
  expect(body.problems[0]).not.toHaveProperty("config");
  const refused = await ask(app, "/generate", {
    problems: [NAMED],
    include: ["picture", "reference_answer"],
  });
  expect(refused).toMatchObject({ status: 422 });
  const usual = await ask(app, "/generate", { problems: [NAMED] });
  expect(usual.body.problems[0]).not.toHaveProperty("picture");
  const none = await ask(app, "/generate", {
    problems: [{ problem_id: "Multiplication@2/0/1" }],
    include: ["picture"],
  });
  expect(none.body.problems[0]).not.toHaveProperty("picture");
});

test("an answer is drawn, right or wrong, where its problem is named", async () => {
  const app = createTestApp();
  const inspect = async (output: string, named: object) =>
    (await ask(app, "/inspect", { output, ...named })).body;
  const path = [
    [0, 0],
    [0, 1],
    [1, 1],
    [2, 1],
  ];
  expect(await inspect("<answer>RDD</answer>", NAMED)).toMatchObject({
    parsed: '"RDD"',
    picture: { kind: "grid", paths: [path] },
  });
  const { instance } = generateProblem(NAMED.problem_id);
  const stored = { environment: "Maze", config: { parameter: instance } };
  expect(await inspect("<answer>RDD</answer>", stored)).toMatchObject({
    picture: { paths: [path] },
  });
  for (const named of [NAMED, { environment: "Maze" }, {}]) {
    expect(await inspect("RDD", named)).not.toHaveProperty("picture");
  }
  expect(await inspect("<answer>RDD</answer>", { environment: "Maze" })).not.toHaveProperty(
    "picture",
  );
});

test("a problem that cannot be named is refused", async () => {
  const app = createTestApp();
  const output = "<answer>RDD</answer>";
  const refused = [
    { problem_id: "Maze@9/0/1" },
    { problem_id: "Nothing@1/0/1" },
    { environment: "Maze", config: { parameter: { N: 2 } } },
    { config: { parameter: {} } },
  ];
  for (const named of refused) {
    expect(await ask(app, "/inspect", { output, ...named }), JSON.stringify(named)).toMatchObject({
      status: 422,
    });
  }
});
