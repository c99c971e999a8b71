import { isIntegerText } from "../../environments/toolkit/numbers/parse.ts";
import type { LazyPolicy } from "./lazy-policies.ts";
import type { AnsweredProblem } from "./level-sample.ts";

const BLANKS = /(\s+)/;

/**
 * Answers that went wrong on the way: the prompt instead of an answer, the last integer one too
 * large, the first of another sign, the end cut off. Where an answer has no such part there is none.
 * Of problems with many right answers, a changed one may be right too.
 */
export function faultyPolicies(solved: readonly AnsweredProblem[]): LazyPolicy[] {
  return [
    { name: "prompt", answers: solved.map(({ problem }) => problem.prompt) },
    ...Object.entries({ "off by one": addOne, "sign flipped": flipSign, truncated: cutOff }).map(
      ([name, change]) => ({ name, answers: solved.map(({ answer }) => change(answer.trim())) }),
    ),
  ];
}

function addOne(answer: string): string | null {
  return changeToken(
    answer,
    (tokens) => tokens.findLastIndex(isIntegerText),
    (value) => value + 1n,
  );
}

function flipSign(answer: string): string | null {
  return changeToken(
    answer,
    (tokens) => tokens.findIndex((token) => isIntegerText(token) && BigInt(token) !== 0n),
    (value) => -value,
  );
}

function changeToken(
  answer: string,
  find: (tokens: readonly string[]) => number,
  change: (value: bigint) => bigint,
): string | null {
  const tokens = answer.split(BLANKS);
  const at = find(tokens);
  return at === -1 ? null : tokens.with(at, String(change(BigInt(tokens[at])))).join("");
}

/** Without its last word or, where there is one only, its last character. */
function cutOff(answer: string): string | null {
  const tokens = answer.split(BLANKS);
  if (tokens.length > 1) return tokens.slice(0, -2).join("");
  return answer === "" ? null : answer.slice(0, -1);
}
