import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { JsonObject } from "../src/environments/environment.ts";
import { parseJson } from "../src/protocol/codecs/lossless.ts";

/** Recorded behaviour of the original: an instance, and what outputs earned on it. */
export interface Vector {
  level: number;
  seed: number;
  passing_reward_threshold: number;
  parameter: JsonObject;
  cases: { output: string; reward: number; accuracy: 0 | 1; format_score: 0 | 1 }[];
}

const folder = new URL("vectors/", import.meta.url);

function readLines<Line>(name: string): Line[] {
  const file = new URL(`${name}.jsonl.gz`, folder);
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.map((line) => parseJson(line) as Line);
}

/** The recorded problems of an environment; none where nothing was recorded. */
export function readVectors(id: string): Vector[] {
  return readLines<Vector>(id);
}

/** The recorded parameter sets of levels 0 to 12, by identifier. */
export function readLevels(): Map<string, JsonObject[][]> {
  const lines = readLines<{ id: string; levels: JsonObject[][] }>("_levels");
  return new Map(lines.map(({ id, levels }) => [id, levels]));
}
