import { expect, test } from "vitest";
import { ask, createTestApp } from "./test-app.ts";

test("an answer is parsed as it is verified: undressed where reading is lenient", async () => {
  const app = createTestApp();
  const inspect = async (output: string, reading: object) =>
    (await ask(app, "/inspect", { output, environment: "Sorting", reading })).body;
  const dressed = "<answer>**[1, 2, 3]**</answer>";
  expect(await inspect(dressed, {})).toMatchObject({ answer: "**[1, 2, 3]**", parsed: null });
  expect(await inspect(dressed, { lenient: true })).toMatchObject({
    answer: "**[1, 2, 3]**",
    parsed: "[1,2,3]",
  });
  expect(await inspect("<answer>1 2 3</answer>", { lenient: true })).toMatchObject({
    parsed: "[1,2,3]",
  });
  expect(await inspect("<answer>nothing</answer>", { lenient: true })).toMatchObject({
    parsed: null,
  });
});
