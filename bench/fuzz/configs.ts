import type { Registry } from "../../src/environments/registry.ts";
import type { Random } from "../../src/environments/toolkit/random/random.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { parseJson, stringifyJson } from "../../src/protocol/codecs/lossless.ts";
import { change } from "./mutations.ts";
import { ask, connect, type Victim } from "./victim.ts";

interface Failure {
  readonly environment: string;
  readonly message: string;
  readonly parameter: string;
}

export interface ConfigReport {
  readonly sent: number;
  readonly accepted: number;
  readonly refused: number;
  /** The longest time to an answer; of a machine that is busy, too. */
  readonly slowestMs: number;
  readonly slowest: string;
  /** What failed on the server instead of being refused: bugs. */
  readonly failures: readonly Failure[];
}

/** Sends stored problems whose instances were changed in one to three places, with an output. */
export async function fuzzConfigs(
  victim: Victim,
  registry: Registry,
  count: number,
  random: Random,
): Promise<ConfigReport> {
  const socket = await connect(victim.url);
  const list = [...registry.values()];
  const failures: Failure[] = [];
  let [accepted, refused, slowestMs, slowest] = [0, 0, 0, ""];
  for (let sent = 0; sent < count; sent++) {
    const environment = list[sent % list.length];
    const problem = generateProblem(environment, random.integer(0, 3), random.integer(0, 9));
    const parameter = parseJson(stringifyJson(problem.instance)) as object;
    for (let changes = random.integer(1, 3); changes > 0; changes--) change(parameter, random);
    const outputs = ["<answer>1 2 3</answer>", "<answer>0</answer>", problem.prompt];
    const named = { environment: environment.id, config: { parameter }, outputs };
    const frame = stringifyJson({ type: "verify", data: { problems: [named] } });
    const start = performance.now();
    const answer = await ask(socket, Buffer.from(frame), false);
    const took = performance.now() - start;
    if (took > slowestMs) [slowestMs, slowest] = [took, environment.id];
    const message = failureOf(answer);
    if (message === null) accepted++;
    else if (message.startsWith("VALIDATION_ERROR")) refused++;
    else failures.push({ environment: environment.id, message, parameter: frame.slice(0, 500) });
  }
  socket.terminate();
  return { sent: count, accepted, refused, slowestMs: Math.round(slowestMs), slowest, failures };
}

function failureOf(answer: Buffer | null): string | null {
  if (answer === null) return "the connection ended";
  const { type, data } = parseJson(answer.toString("utf8")) as {
    type: string;
    data: {
      code?: string;
      message?: string;
      results?: { error?: { code: string; message: string }; reward?: (number | null)[] }[];
    };
  };
  if (type === "error") return `${data.code}: ${data.message}`;
  const [{ error, reward }] = data.results ?? [{}];
  if (error !== undefined) return `${error.code}: ${error.message}`;
  return reward?.includes(null) ? "an output could not be verified" : null;
}
