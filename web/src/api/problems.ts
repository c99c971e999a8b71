import type { Picture } from "../../../src/picture.ts";
import { getJson, postJson, RequestError } from "./request.ts";

export interface EnvironmentSummary {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly summary: string;
  readonly version: number;
  readonly answer_form: string;
  readonly reward: string;
}

export interface EnvironmentDetails extends EnvironmentSummary {
  readonly levels: readonly (readonly Record<string, unknown>[])[];
  /** A row a level, where it was measured. */
  readonly quality?: readonly LevelQuality[];
}

/** What was measured of an environment's level: the server's document says what is what. */
export interface LevelQuality {
  readonly level: number;
  readonly drawn: number;
  readonly solved: number;
  readonly distinct_prompts: number;
  readonly distinct_at_least: number;
  readonly chance: number;
  readonly commonest_answer: number;
  readonly prompt_tokens: number;
  readonly answer_tokens: number;
  readonly policies: Readonly<
    Record<string, { readonly accuracy: number; readonly reward: number }>
  >;
  readonly generation_ms: number | null;
  readonly answer_ms: number | null;
  readonly verification_ms: number | null;
}

export interface Problem {
  readonly problem_id: string;
  readonly environment: string;
  readonly difficulty: number;
  readonly seed: number;
  readonly split: string;
  readonly parameters: Record<string, unknown>;
  readonly problem_input: string;
  readonly reference_answer?: string;
  readonly picture?: Picture;
}

/** What an output earned. */
export interface Verdict {
  readonly reward: number | null;
  readonly accuracy: number | null;
  readonly format_score: number | null;
  readonly reason: string | null;
  readonly reading: string | null;
}

/** How an output is read: markers, and the options by which it is not the default's way. */
export interface Rule {
  readonly markers: readonly [string, string] | null;
  readonly reading: Readonly<Record<string, boolean | string>>;
}

export const DEFAULT_RULE: Rule = { markers: null, reading: {} };

/** Names a problem: its id, or a stored problem as text. */
export type ProblemName =
  | { readonly id: string }
  | { readonly environment: string; readonly config: string };

export function listEnvironments(): Promise<EnvironmentSummary[]> {
  return getJson("environments");
}

export function getEnvironment(id: string): Promise<EnvironmentDetails> {
  return getJson(`environments/${encodeURIComponent(id)}`);
}

type Generated = Problem | { readonly error: { readonly message: string } };

/** @throws RequestError */
export async function generate(named: object, include: readonly string[] = []): Promise<Problem> {
  const body = { problems: [named], ...(include.length > 0 && { include }) };
  const reply = await postJson<{ problems: Generated[] }>("generate", JSON.stringify(body));
  const [problem] = reply.problems;
  if (problem === undefined) throw new RequestError("The server gave no problem.", 200);
  if ("error" in problem) throw new RequestError(problem.error.message, 200);
  return problem;
}

/**
 * The prompt of a stored problem.
 * @param config as it was pasted, with all its digits
 * @throws RequestError
 */
export async function readStored(environment: string, config: string): Promise<string> {
  const body = `{"environment":${JSON.stringify(environment)},"config":${config}}`;
  const { observation } = await postJson<Reset>("reset", body);
  if (observation.problem_input === null) throw new RequestError(observation.message, 200);
  return observation.problem_input;
}

interface Reset {
  readonly observation: { readonly problem_input: string | null; readonly message: string };
}

interface Columns {
  readonly reward: (number | null)[];
  readonly accuracy: (number | null)[];
  readonly format_score: (number | null)[];
  readonly reason?: (string | null)[];
  readonly reading?: (string | null)[];
}

/** What each of a problem's outputs earned, and why. @throws RequestError */
export async function verify(
  name: ProblemName,
  outputs: readonly string[],
  rule: Rule = DEFAULT_RULE,
): Promise<Verdict[]> {
  const body = toVerifyBody(name, outputs, rule);
  const reply = await postJson<{ results: (Columns | { error: { message: string } })[] }>(
    "verify",
    body,
  );
  const [columns] = reply.results;
  if (columns === undefined) throw new RequestError("The server gave no result.", 200);
  if ("error" in columns) throw new RequestError(columns.error.message, 200);
  return outputs.map((_, index) => ({
    reward: columns.reward[index] ?? null,
    accuracy: columns.accuracy[index] ?? null,
    format_score: columns.format_score[index] ?? null,
    reason: columns.reason?.[index] ?? null,
    reading: columns.reading?.[index] ?? null,
  }));
}

/** The body as text: a stored problem goes in as it was pasted, with all its digits. */
export function toVerifyBody(
  name: ProblemName,
  outputs: readonly string[],
  { markers, reading }: Rule,
): string {
  const settings = JSON.stringify({
    explain: true,
    ...(markers !== null && { answer_markers: markers }),
    ...(Object.keys(reading).length > 0 && { reading }),
  });
  return `{"problems":[{${toNameFields(name)},"outputs":${JSON.stringify(outputs)}}],${settings.slice(1)}`;
}

/** What names a problem in a body, as text: a stored one keeps its digits. */
export function toNameFields(name: ProblemName): string {
  return "id" in name
    ? `"problem_id":${JSON.stringify(name.id)}`
    : `"environment":${JSON.stringify(name.environment)},"config":${name.config}`;
}
