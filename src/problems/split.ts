import { hash } from "node:crypto";

/** Problems to train on, and those kept for tests: no prompt is in both. */
export const SPLITS = ["train", "test"] as const;

export type Split = (typeof SPLITS)[number];

/** An eighth of all first digits of a hash. */
const TEST_DIGITS = "01";

/**
 * The split of an environment's problem: a function of its prompt, whatever the seed. One in eight
 * is for tests, by the first digit of a SHA-256.
 */
export function toSplit(environment: string, prompt: string): Split {
  const [digit] = hash("sha256", `${environment}\n${prompt}`);
  return TEST_DIGITS.includes(digit) ? "test" : "train";
}
