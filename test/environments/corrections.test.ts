// Where we differ on purpose from the original beyond the recorded cases (vectors/CORRECTIONS.md).
import { expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { isFailure } from "../../src/problems/failure.ts";
import { fromStored } from "../../src/problems/stored.ts";
import { verifyOutput } from "../../src/problems/verify.ts";

function rewardOf(id: string, parameter: Record<string, unknown>, answer: string): number {
  const environment = environments.get(id);
  if (environment === undefined) throw new Error(`no environment ${id}`);
  const problem = fromStored(environment, { parameter });
  if (isFailure(problem)) throw new Error(problem.message);
  return verifyOutput(problem, `<answer>${answer}</answer>`).reward;
}

test.for([
  ["ON", 1],
  ["on", 1],
  [" On\n", 1],
  ["Off", 0],
  ["OFF", 0],
  ["on.", -0.5],
  ["", -0.5],
] as const)("LampChanging reads %j as a state in any letters: reward %d", ([answer, reward]) => {
  const lamps = { MAX_N_T: 3, reference_answer: "ON", N: 3, B: [1, 0, 0], T: 2, K: 2 };
  expect(rewardOf("LampChanging", lamps, answer)).toBe(reward);
});
