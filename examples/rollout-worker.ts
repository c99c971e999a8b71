/**
 * A rollout worker: groups of outputs for problems of rising seeds, as GRPO wants them.
 *
 *   npm start                                    # in one terminal
 *   npx tsx examples/rollout-worker.ts           # in another
 */
import { RlveGymClient } from "../src/client/client.ts";

const GROUP_SIZE = 8;

const client = await RlveGymClient.connect(process.env.RLVEGYM_BASE_URL ?? "http://localhost:8000");

for (let seed = 0; seed < 5; seed++) {
  const { observation, metadata } = await client.reset({ environment: "Sorting", seed });
  const outputs = Array.from({ length: GROUP_SIZE }, () => answer(observation.problem_input ?? ""));
  const [result] = (
    await client.verify({ problems: [{ problem_id: metadata.problem_id, outputs }] })
  ).results;
  if ("error" in result) throw new Error(result.error.message);
  // A null reward means that verification itself failed: such a sample is to be dropped.
  console.log(metadata.problem_id, result.reward);
}
await client.close();

/** Stands for a language model: it sorts well, but now and then forgets a number. */
function answer(prompt: string): string {
  const numbers = (prompt.split("\n")[1] ?? "").split(" ").map(Number);
  const kept = numbers.filter(() => Math.random() < 0.9).sort((a, b) => a - b);
  return `Let me sort them. <answer>${kept.join(" ")}</answer>`;
}
