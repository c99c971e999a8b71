import fc from "fast-check";
import { expect, test } from "vitest";
import { extractAnswer } from "../../src/problems/extract-answer.ts";

const markers = { start: "<answer>", end: "</answer>" };

test.each([
  ["<answer>1</answer>", "1"],
  ["so <answer> 1 2 </answer> done", " 1 2 "],
  ["<answer>1</answer> or <answer>2</answer>", "2"],
  ["<answer>1</answer> or <answer>2", "1"],
  ["<answer>1 <answer>2</answer>", "1 <answer>2"],
  ["<answer>1</answer></answer>", "1"],
  ["<answer></answer>", ""],
  ["1", null],
  ["<answer>1", null],
  ["1</answer>", null],
  ["</answer><answer>", null],
  ["<answer>\n1\n</answer>", "\n1\n"],
  ["<answer>0</answer> Assistant: <answer>1</answer>", "1"],
  ["<answer>0</answer> Assistant: nothing", null],
  ["Assistant: <answer>1</answer> Assistant: 2", "1"],
  ["<answer>0</answer><|im_start|>assistant <answer>1</answer>", "1"],
  ["<|im_start|>assistant <answer>0</answer> Assistant: x", null],
])("%j gives %j", (output, answer) => {
  expect(extractAnswer(output, markers)).toBe(answer);
});

test("markers are texts, not patterns, and may be equal", () => {
  expect(extractAnswer("(.*) 5 (.*)", { start: "(.*)", end: "(.*)" })).toBe(" 5 ");
  expect(extractAnswer("\\boxed{7}", { start: "\\boxed{", end: "}" })).toBe("7");
});

test("agrees with the plain definition on any sequence of markers and words", () => {
  const pieces = fc.array(
    fc.constantFrom(
      "<answer>",
      "</answer>",
      "a",
      " ",
      "Assistant:",
      "<|im_start|>assistant",
      "<ans",
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const output = parts.join("");
      const prefix = ["Assistant:", "<|im_start|>assistant"].find((text) => output.includes(text));
      const reply = prefix ? output.slice(output.indexOf(prefix) + prefix.length) : output;
      const pairs = [...reply.matchAll(/<answer>(.*?)<\/answer>/gs)];
      expect(extractAnswer(output, markers)).toBe(pairs.at(-1)?.[1] ?? null);
    }),
  );
});

test("a megabyte of markers ends", () => {
  expect(extractAnswer("<answer>".repeat(200_000), markers)).toBe(null);
  expect(extractAnswer("<answer></answer>".repeat(100_000), markers)).toBe("");
});
