import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { type OnePicture, Picture } from "../../src/picture.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { answerTexts, hostileAnswers } from "./answer-texts.ts";

const LEVELS = [0, 5, 12];

const drawn = [...environments.values()].flatMap((environment) =>
  environment.picture === null ? [] : [{ environment, picture: environment.picture }],
);

describe.for(drawn)("$environment.id", ({ environment, picture }) => {
  const { id, answer: form, drawsAnswers } = environment;

  test(`${id}: its picture is sound, tells no gold, and is the same again`, () => {
    for (const level of LEVELS) {
      for (const seed of [1, 2]) {
        const { instance } = generateProblem(environment, level, seed);
        const sketch = picture(instance);
        checkPicture(sketch);
        expect(JSON.stringify(sketch), "marks of no answer").not.toMatch(/"(marks?|added|paths)"/);
        expect(picture(environment.withoutAnswer(instance))).toEqual(sketch);
        expect(picture(instance)).toEqual(sketch);
      }
    }
  });

  test(`${id}: any answer is drawn`, () => {
    const { instance } = generateProblem(environment, 2, 3);
    const solution = environment.solve(instance);
    const texts = [...fc.sample(answerTexts(solution), 50), ...hostileAnswers(20_000), solution];
    for (const text of texts) {
      const answer = form.parse(text);
      if (answer !== null) checkPicture(picture(instance, answer));
    }
  });

  if (!drawsAnswers) return;
  test(`${id}: a right answer is seen`, () => {
    const isSeen = [3, 4, 5].some((seed) => {
      const { instance } = generateProblem(environment, 2, seed);
      const sketch = JSON.stringify(picture(instance));
      return sketch !== JSON.stringify(picture(instance, form.parse(environment.solve(instance))));
    });
    expect(isSeen).toBe(true);
  });
});

/** Of the schema, as it is after JSON, and without an index that leads nowhere. */
function checkPicture(picture: Picture): void {
  const sent = JSON.parse(JSON.stringify(picture));
  expect(Picture.parse(picture)).toEqual(sent);
  expect(sent).toEqual(picture);
  expect(JSON.stringify(sent).length).toBeLessThan(300_000);
  const parts = picture.kind === "parts" ? picture.parts.map((part) => part.picture) : [picture];
  for (const part of parts) expect(findStray(part)).toBeUndefined();
}

/** What names nothing that is drawn. */
function findStray(picture: OnePicture): unknown {
  if (picture.kind === "graph" || picture.kind === "tree") {
    const { vertices, edges } = picture;
    if (picture.kind === "tree" && picture.root >= Math.max(1, vertices.length)) return "root";
    return edges.find(({ from, to }) => Math.max(from, to) >= vertices.length);
  }
  if (picture.kind !== "grid") return undefined;
  const { cells, walls = [], paths = [], signs = [], marks = cells, regions = cells } = picture;
  const isCell = (row: number, column: number) => cells[row]?.[column] !== undefined;
  const shape = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.length).join();
  if (shape(marks) !== shape(cells)) return "marks";
  if (shape(regions) !== shape(cells)) return "regions";
  return (
    [...walls, ...paths.flat()].find(([row, column]) => !isCell(row, column)) ??
    signs.find(
      ({ row, column, towards }) =>
        !isCell(row, column) ||
        (towards === "right" ? !isCell(row, column + 1) : !isCell(row + 1, column)),
    )
  );
}
