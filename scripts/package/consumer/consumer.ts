/* A program that uses the package: compiled as its users may, never run. */
import {
  DEFAULT_MARKERS,
  environments,
  generateProblem,
  type Problem,
  type RegisteredEnvironment,
  toReferenceAnswer,
  type VerifierResult,
  verifyOutput,
} from "rlve-gym-server";
import { RlveGymClient, RlveGymError } from "rlve-gym-server/client";

const problem: Problem = generateProblem("Sorting@2/1/7");
const answer = `${DEFAULT_MARKERS.start}${toReferenceAnswer(problem)}${DEFAULT_MARKERS.end}`;
const { reward }: VerifierResult = verifyOutput(problem, answer);
const environment: RegisteredEnvironment | undefined = environments.get("Sorting");

export async function rollOut(url: string): Promise<number> {
  const client = await RlveGymClient.connect(url, { encoding: "json" });
  try {
    const { observation, metadata } = await client.reset({ environment: "Sorting", seed: 7 });
    const outputs = [observation.problem_input ?? "", answer];
    const { results } = await client.verify({
      problems: [{ problem_id: metadata.problem_id, outputs }],
    });
    const [first] = results;
    if (first === undefined || "error" in first) return 0;
    return (first.reward[1] ?? reward) + (environment?.version ?? 0);
  } catch (error) {
    if (error instanceof RlveGymError) return error.code.length;
    throw error;
  } finally {
    await client.close();
  }
}
