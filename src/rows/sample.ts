import type { Problem } from "../problems/problem.ts";
import { toStored } from "../problems/stored.ts";
import { toMessages } from "./chat.ts";
import type { Sample } from "./format.ts";

/** A drawn problem as what formats make rows of. */
export function toSample(
  problem: Problem,
  options: { index: number; systemPrompt: string | null; answer: string | null },
): Sample {
  const { index, systemPrompt, answer } = options;
  const { environment, id, difficulty, seed, prompt } = problem;
  if (id === null || difficulty === null || seed === null) {
    throw new Error("a stored problem has no id");
  }
  return {
    environment,
    prompt,
    id,
    difficulty,
    seed,
    index,
    split: problem.split,
    messages: toMessages(prompt, systemPrompt),
    gold: answer === null ? null : { config: toStored(problem), answer },
  };
}
