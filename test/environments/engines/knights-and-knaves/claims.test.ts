import { expect, test } from "vitest";
import {
  claims,
  toSentence,
} from "../../../../src/environments/engines/knights-and-knaves/claims.ts";

const read = (text: string) => {
  const { roleCount, roles } = claims.parse(text) ?? { roleCount: 0, roles: new Map() };
  return [roleCount, Object.fromEntries(roles)];
};

test("a sentence is read back", () => {
  const sentence = toSentence(["Ada", "Bo", "Cy"], ["knight", "knave", "knight"]);
  expect(sentence).toBe("Ada is a knight, Bo is a knave, and Cy is a knight.");
  expect(read(sentence)).toEqual([3, { ada: "knight", bo: "knave", cy: "knight" }]);
});

test("bold text, letter case and blanks do not matter", () => {
  expect(read("**Ada** is a *Knight*; **BO is\n a\tknave**.")).toEqual([
    2,
    { ada: "knight", bo: "knave" },
  ]);
});

test("a name is a whole word, and its first role counts", () => {
  expect(read("William is a knight. (Liam is a knave), Liam is a knight")).toEqual([
    3,
    { william: "knight", liam: "knave" },
  ]);
  expect(read("x_Ada is a knight")).toEqual([1, { x_ada: "knight" }]);
});

test("roles are counted wherever they stand", () => {
  expect(read("knights, knaves")).toEqual([2, {}]);
});
