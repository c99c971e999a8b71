import type { Environment } from "../environments/environment.ts";
import { fromRow, fromTimesRow, type LevelFigures, type LevelTimes } from "./columns.ts";
import data from "./figures.json" with { type: "json" };

/** What was measured of an environment, a row a level. */
export interface Quality {
  readonly levels: readonly LevelFigures[];
  readonly times: readonly LevelTimes[];
  /** What was cut short, in sentences that begin with the level. */
  readonly notes: readonly string[];
  /** The versions of Node that gave the same digests. */
  readonly nodes: readonly string[];
}

/** The figures file's form; `columns.ts` says what the cells are. */
export interface FiguresFile {
  /** Which tokenizer counted the tokens. */
  readonly encoding: string;
  readonly environments: Readonly<Record<string, FiledQuality>>;
}

export interface FiledQuality {
  readonly version: number;
  readonly nodes: readonly string[];
  readonly notes: readonly string[];
  readonly levels: readonly (readonly (string | number | null)[])[];
  readonly times: readonly (readonly (number | null)[])[];
}

const file: FiguresFile = data;

/** Which tokenizer counted the tokens. */
export const ENCODING: string = file.encoding;

const read = new Map<string, Quality>();

/** The figures published of an environment; null for one, or a version, that was not measured. */
export function qualityOf({ id, version }: Pick<Environment, "id" | "version">): Quality | null {
  const filed = Object.hasOwn(file.environments, id) ? file.environments[id] : undefined;
  if (filed?.version !== version) return null;
  let quality = read.get(id);
  if (quality === undefined) {
    quality = fromFile(filed);
    read.set(id, quality);
  }
  return quality;
}

function fromFile({ levels, times, notes, nodes }: FiledQuality): Quality {
  return { levels: levels.map(fromRow), times: times.map(fromTimesRow), notes, nodes };
}
