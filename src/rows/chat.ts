import type { Message } from "./format.ts";

/** What tells a model about the default answer markers, which problems never mention. */
export const SYSTEM_PROMPT =
  "Solve the problem. Think as long as you need to, then give your final answer between <answer> and </answer>, in exactly the form that the problem asks for.";

/** A problem as the messages that a model is prompted with. */
export function toMessages(prompt: string, systemPrompt: string | null): Message[] {
  const system = systemPrompt === null ? [] : [{ role: "system", content: systemPrompt } as const];
  return [...system, { role: "user", content: prompt }];
}
