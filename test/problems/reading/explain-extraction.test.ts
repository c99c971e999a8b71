import fc from "fast-check";
import { expect, test } from "vitest";
import { explainExtraction } from "../../../src/problems/reading/explain-extraction.ts";
import { extractAnswer } from "../../../src/problems/reading/extract-answer.ts";
import type { Reading } from "../../../src/problems/reading/reading.ts";

const markers = { start: "<a>", end: "</a>" };

function kindsOf(output: string, reading: Reading = {}) {
  return explainExtraction(output, markers, reading).map(({ kind, text }) => [kind, text]);
}

test("the last pair is the answer; what stands before Assistant: and in other pairs is not", () => {
  expect(kindsOf("User: <a>0</a> Assistant: I say <a>1</a>, no, <a>2</a>. <a>3")).toEqual([
    ["ignored", "User: <a>0</a> Assistant:"],
    ["text", " I say "],
    ["earlier", "<a>1</a>"],
    ["text", ", no, "],
    ["marker", "<a>"],
    ["answer", "2"],
    ["marker", "</a>"],
    ["text", ". "],
    ["unfinished", "<a>3"],
  ]);
});

test("thoughts and run-on turns are ignored where the reading says so", () => {
  const output = "<think><a>1</a></think>So <a>2</a>\nUser: <a>3</a>";
  expect(kindsOf(output, { think: "strip", completion: true })).toEqual([
    ["ignored", "<think><a>1</a></think>"],
    ["text", "So "],
    ["marker", "<a>"],
    ["answer", "2"],
    ["marker", "</a>"],
    ["ignored", "\nUser: <a>3</a>"],
  ]);
});

test("of starts in a row the innermost is the marker, where the reading says so", () => {
  expect(kindsOf("<a>1<a>2</a>", { innermost: true })).toEqual([
    ["text", "<a>1"],
    ["marker", "<a>"],
    ["answer", "2"],
    ["marker", "</a>"],
  ]);
});

test("the parts are the output, and the answer's the answer, whatever the output", () => {
  const word = fc.constantFrom(
    ...["<a>", "</a>", "<think>", "</think>", "Assistant:", "\nUser:", "<|im_end|>", "1", " x"],
  );
  const reading = fc.record(
    {
      completion: fc.constant(true as const),
      innermost: fc.constant(true as const),
      think: fc.constant("strip" as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 24 }), reading, (words, chosen) => {
      const output = words.join("");
      const parts = explainExtraction(output, markers, chosen);
      expect(parts.map(({ text }) => text).join("")).toBe(output);
      const pieces = parts.filter(({ kind }) => kind === "answer").map(({ text }) => text);
      const answer = extractAnswer(output, markers, chosen);
      // A thought in the midst of an answer leaves a blank there.
      expect(pieces.join("")).toBe((answer ?? "").replaceAll(/ (?!x)/g, ""));
      expect(parts.some(({ kind }) => kind === "marker")).toBe(answer !== null);
    }),
    { numRuns: 2000 },
  );
});
