import fc from "fast-check";
import { expect, test } from "vitest";
import { extractAnswer } from "../../../src/problems/reading/extract-answer.ts";

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

test("long markers are found where short ones are", () => {
  const part = fc.constantFrom("a", "b", "ab", "aab");
  const pieces = fc.array(part, { minLength: 60, maxLength: 200 });
  fc.assert(
    fc.property(pieces, pieces, pieces, (first, second, between) => {
      const start = first.join("").repeat(3).slice(0, 150);
      const end = second.join("").repeat(3).slice(0, 140);
      const output = `${start}x${end}${between.join("")}${start}y${end}${start}`;
      const answer = extractAnswer(output, { start, end });
      expect(answer).toBe(lastPair(output, start, end));
    }),
  );
});

function lastPair(output: string, start: string, end: string): string | null {
  let answer: string | null = null;
  for (let position = 0; ; ) {
    const opening = output.indexOf(start, position);
    const closing = opening === -1 ? -1 : output.indexOf(end, opening + start.length);
    if (closing === -1) return answer;
    answer = output.slice(opening + start.length, closing);
    position = closing + end.length;
  }
}

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
