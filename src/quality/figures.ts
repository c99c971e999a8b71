import type { Environment } from "../environments/environment.ts";
import { fromRow, fromTimesRow, type LevelFigures, type LevelTimes } from "./columns.ts";

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

/** The published figures. */
export interface Figures {
  /** What was measured of an environment; null of one, or of a version, that was not. */
  of(environment: Pick<Environment, "id" | "version">): Quality | null;
}

/** Where nothing was measured. */
export const NO_FIGURES: Figures = { of: () => null };

let loaded: Figures | undefined;

/** Reads the published figures at their first use: a server's start does not wait for them. */
export async function loadFigures(): Promise<Figures> {
  if (loaded === undefined) {
    const { default: file } = await import("./figures.json", { with: { type: "json" } });
    loaded = toFigures(file);
  }
  return loaded;
}

/** The figures of a file. */
export function toFigures({ environments }: FiguresFile): Figures {
  const read = new Map<string, Quality>();
  return {
    of({ id, version }) {
      const filed = Object.hasOwn(environments, id) ? environments[id] : undefined;
      if (filed?.version !== version) return null;
      const quality = read.get(id) ?? fromFile(filed);
      read.set(id, quality);
      return quality;
    },
  };
}

function fromFile({ levels, times, notes, nodes }: FiledQuality): Quality {
  return { levels: levels.map(fromRow), times: times.map(fromTimesRow), notes, nodes };
}
