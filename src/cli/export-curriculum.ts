import { findCurriculum } from "../curriculum/curriculum.ts";
import { toRestored } from "../curriculum/restored.ts";
import { lowestLevel } from "../curriculum/rule.ts";
import { toKept } from "../curriculum/state.ts";
import type { Kept } from "../curriculum/store.ts";
import type { Registry } from "../environments/registry.ts";
import { isFailure } from "../problems/failure.ts";
import type { Split } from "../problems/split.ts";
import { ProtocolError } from "../protocol/errors.ts";
import { shorten, toMessage } from "../wording.ts";
import { type Part, share } from "./export-cells.ts";
import { Misuse } from "./misuse.ts";
import { parseCurriculum, readCurriculum, type SavedCurriculum } from "./read-curriculum.ts";

/** How long a server may take to tell a curriculum's state. */
const SERVER_TIMEOUT_MS = 30_000;

/** What a curriculum would draw from, as it stands. */
export interface Window {
  readonly parts: readonly Part[];
  /** Of which problems it draws; without it of all. */
  readonly split: Split | undefined;
}

/**
 * The levels that a curriculum draws from at its present tops, environments by weight.
 * @param source a file with a definition or a saved state, or the address of a curriculum on a
 *   server, `http://localhost:8000/curricula/main`, which is asked with `apiKey`
 * @throws Misuse where that is no curriculum; Error where a server does not tell it
 */
export async function openWindow(
  source: string,
  registry: Registry,
  apiKey: string | undefined,
): Promise<Window> {
  const saved = /^https?:/.test(source)
    ? await fetchCurriculum(source, apiKey)
    : readCurriculum(source, "--curriculum");
  const { definition, weights, progress } = await toKnown(saved, registry);
  const parts = [...registry.values()].flatMap((environment) => {
    const weight = weights.get(environment.id);
    if (weight === undefined) return [];
    const top = progress.get(environment.id)?.top ?? definition.start;
    const lowest = lowestLevel(definition, top);
    const levels = Array.from({ length: top - lowest + 1 }, (_, index) => lowest + index);
    return share(environment, levels, weight);
  });
  return { parts, split: definition.split === "all" ? undefined : definition.split };
}

async function toKnown(saved: SavedCurriculum, registry: Registry): Promise<Omit<Kept, "draws">> {
  if ("definition" in saved) {
    const restored = await toRestored(saved, registry);
    if (restored instanceof ProtocolError)
      throw new Misuse(`--curriculum: ${restored.data.message}`);
    return restored;
  }
  const curriculum = await findCurriculum(saved, registry);
  if (isFailure(curriculum)) throw new Misuse(`--curriculum: ${curriculum.message}`);
  return { ...toKept(curriculum), progress: new Map() };
}

async function fetchCurriculum(url: string, apiKey: string | undefined): Promise<SavedCurriculum> {
  const source = `--curriculum: ${url}`;
  try {
    const headers = apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` };
    const signal = AbortSignal.timeout(SERVER_TIMEOUT_MS);
    const response = await fetch(url, { headers, signal });
    const text = await response.text();
    if (response.ok) return parseCurriculum(text, source);
    const advice = response.status === 401 ? " (the key is taken from RLVEGYM_API_KEY)" : "";
    throw new Error(`${response.status}${advice}: ${shorten(text)}`);
  } catch (error) {
    if (error instanceof Misuse) throw error;
    const { cause } = error as { cause?: unknown };
    throw new Error(
      `${source}: ${toMessage(error)}${cause === undefined ? "" : `: ${toMessage(cause)}`}`,
    );
  }
}
