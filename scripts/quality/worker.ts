/** Measures the environments that its parent names, one after another. */
import { environments } from "../../src/environments/registry.ts";
import { fromRow } from "../../src/quality/columns.ts";
import { digestLevel } from "./digest.ts";
import { readFigures, toFiled } from "./figures-file.ts";
import { levelsOf, type MeasureOptions, measure } from "./measure.ts";

export interface Order extends MeasureOptions {
  readonly id: string;
  /** Also what is published and still true. */
  readonly force: boolean;
}

/** Levels up to this one tell whether published figures are still true. */
const LAST_CHECKED_LEVEL = 3;

process.on("message", ({ id, force, ...options }: Order) => {
  const environment = environments.get(id);
  if (environment === undefined) throw new Error(`no environment ${id}`);
  const start = performance.now();
  const isKept = !force && isCurrent();
  const measured = isKept ? null : toFiled(environment.version, measure(environment, options));
  process.send?.({ id, measured, seconds: (performance.now() - start) / 1000 });

  /** Whether figures of as many problems are published, of the same problems and verdicts. */
  function isCurrent(): boolean {
    const { environments: published } = readFigures();
    if (environment === undefined || !Object.hasOwn(published, id)) return false;
    const { version, levels } = published[id];
    const rows = levels.map(fromRow);
    return (
      version === environment.version &&
      String(rows.map(({ level }) => level)) === String(levelsOf(environment)) &&
      rows
        .filter(({ level }) => level <= LAST_CHECKED_LEVEL)
        .every((row) => row.digest === digestLevel(environment, row))
    );
  }
});
