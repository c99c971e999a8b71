import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { environments } from "../../../src/environments/registry.ts";
import { generateProblem } from "../../../src/problems/problem.ts";
import { extractAnswer } from "../../../src/problems/reading/extract-answer.ts";
import { type Reading, toReading } from "../../../src/problems/reading/reading.ts";
import { DEFAULT_MARKERS, verifyOutput } from "../../../src/problems/verify.ts";

const extract = (output: string, reading?: Reading) =>
  extractAnswer(output, DEFAULT_MARKERS, reading);

/** What each output gives by the original's rule, and by the reading. */
test.each<[Reading, string, string | null, string | null]>([
  [{ completion: true }, "<answer>7</answer>\nUser: and <answer>8</answer>?", "8", "7"],
  [{ completion: true }, "<answer>7</answer><|im_end|>\n<answer>8</answer>", "8", "7"],
  [{ completion: true }, "<answer>7</answer>\nAssistant: hm", null, "7"],
  [{ completion: true }, "<answer>7</answer><|im_start|>assistant hm", null, "7"],
  [{ completion: true }, "The User: wants <answer>7</answer>", "7", "7"],
  [{ innermost: true }, "in <answer> tags … <answer>7</answer>", " tags … <answer>7", "7"],
  [{ innermost: true }, "<answer>1</answer> <answer><answer>2</answer>", "<answer>2", "2"],
  [{ innermost: true }, "<answer>1</answer> <answer>2", "1", "1"],
  [{ think: "strip" }, "<answer>7</answer><think>or <answer>8</answer></think>", "8", "7"],
  [{ think: "strip" }, "<answer>7</answer><think>or <answer>8</answer>", "8", "7"],
  [{ think: "strip" }, "<answer>8</answer>, no</think><answer>7</answer>", "7", "7"],
  [{ think: "strip" }, "<answer>8</answer>, no</think> unsure", "8", null],
  [{ think: "strip" }, "<answer>7</answer> </think><think></think>", "7", null],
  [{ think: "strip" }, "<think></think><answer>7</answer> </think>", "7", "7"],
  [{ think: "strip" }, "<ans<think></think>wer>7</answer>", null, null],
  [{ think: "strip" }, "<think> <answer>8</answer>", "8", null],
  [
    { completion: true, think: "strip" },
    "<think>\nUser: asks for <answer>8</answer></think><answer>7</answer>\nUser: <answer>9</answer>",
    "9",
    "7",
  ],
])("%j reads %j", (reading, output, usual, answer) => {
  expect(extract(output)).toBe(usual);
  expect(extract(output, reading)).toBe(answer);
});

test("innermost agrees with the plain definition on any sequence of markers and words", () => {
  const pieces = fc.array(fc.constantFrom("<answer>", "</answer>", "a", " ", "<ans"), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(pieces, (parts) => {
      const output = parts.join("");
      const pairs = [...output.matchAll(/<answer>((?:(?!<answer>).)*?)<\/answer>/g)];
      expect(extract(output, { innermost: true })).toBe(pairs.at(-1)?.[1] ?? null);
    }),
  );
});

describe("a lenient reading", () => {
  const sorting = environments.get("Sorting");
  const multiplication = environments.get("Multiplication");
  if (!sorting || !multiplication) throw new Error("not registered");
  const list = generateProblem(sorting, 2, 1);
  const product = generateProblem(multiplication, 4, 1);
  const [numbers, number] = [list, product].map(({ environment, instance }) =>
    environment.solve(instance),
  );
  const verify = (problem: typeof list, answer: string, reading?: Reading) =>
    verifyOutput(problem, `<answer>${answer}</answer>`, DEFAULT_MARKERS, reading);

  test("tells what was read, and what it is without", () => {
    expect(verify(product, `**$\\boxed{${number}}$.**`, { lenient: true })).toMatchObject({
      accuracy: 1,
      reading: `read '${number}' (lenient: without bold, trailing period, $…$, \\boxed{…})`,
    });
  });

  test("is silent, and changes nothing, where strict reading finds an answer", () => {
    for (const answer of [number, "7", `${number} `, "-1"]) {
      const strict = verify(product, answer);
      expect(verify(product, answer, { lenient: true })).toEqual(strict);
      expect(strict.reading).toBeNull();
    }
  });

  test("does not guess: what is no answer in dress stays malformed", () => {
    for (const answer of [`${number} or 8`, `about ${number}`, `x = ${number}`, "", "**", "[]"]) {
      expect(verify(product, answer, { lenient: true }), answer).toMatchObject({ reward: -1 });
    }
    expect(verify(list, `${numbers} and more`, { lenient: true }).reward).toBe(-1);
  });

  test("tells which option found the answer", () => {
    const output = `<answer> tags: <answer>${number}</answer>`;
    const reading: Reading = { innermost: true, think: "strip", lenient: true };
    expect(verifyOutput(product, output, DEFAULT_MARKERS, reading)).toMatchObject({
      accuracy: 1,
      reading: `read '${number}' (innermost)`,
    });
  });
});

test("what is off is no reading", () => {
  expect(toReading({ completion: false, innermost: null, lenient: true })).toEqual({
    lenient: true,
  });
  expect(toReading(null)).toBeUndefined();
});

test("outputs of a megabyte end, whatever they hold", () => {
  const problem = generateProblem(environments.values().next().value ?? fail(), 1, 1);
  const reading: Reading = { completion: true, innermost: true, think: "strip", lenient: true };
  const pieces = [
    ..."*_`\"'$.[]({,;7",
    "<answer>",
    "</answer>",
    "<answer></answer>",
    "<think>",
    "</think>",
    "<think></think>",
    "\nUser:",
    "\\boxed{",
    "\\text{",
    "1,111",
    "٣",
    "\u200b",
    "} ",
  ];
  for (const piece of pieces) {
    const long = piece.repeat(1_000_000 / piece.length);
    for (const output of [long, `<answer>${long}</answer>`]) {
      expect(verifyOutput(problem, output, DEFAULT_MARKERS, reading).accuracy).toBe(0);
    }
  }
});

function fail(): never {
  throw new Error("no environment is registered");
}
