import { readFileSync } from "node:fs";
import { inPlainWords } from "../plain-words.ts";
import { CurriculumDefinition, CurriculumState } from "../protocol/curricula.ts";
import { toMessage } from "../wording.ts";
import { Misuse } from "./misuse.ts";

/** A curriculum as it begins, or as it had become when its state was saved. */
export type SavedCurriculum = CurriculumDefinition | CurriculumState;

/**
 * Reads a definition or a saved state of a curriculum.
 * @param setting what named the file, for messages
 * @throws Misuse where the file is not there or holds neither
 */
export function readCurriculum(file: string, setting: string): SavedCurriculum {
  const source = `${setting}: ${file}`;
  try {
    return parseCurriculum(readFileSync(file, "utf8"), source);
  } catch (error) {
    throw error instanceof Misuse ? error : new Misuse(`${source}: ${toMessage(error)}`);
  }
}

/**
 * Parses the JSON of a definition or a state.
 * @throws Misuse that begins with `source` where it is neither; SyntaxError where it is no JSON
 */
export function parseCurriculum(text: string, source: string): SavedCurriculum {
  const value: unknown = JSON.parse(text);
  const isState = typeof value === "object" && value !== null && "definition" in value;
  const parsed = (isState ? CurriculumState : CurriculumDefinition).safeParse(value, {
    error: inPlainWords,
  });
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new Misuse(`${source}: ${[path.join("."), message].join(" ").trim()}`);
}
