import { describe, expect, test } from "vitest";
import { digestLevel } from "../../scripts/quality/digest.ts";
import { measureLevel } from "../../scripts/quality/measure.ts";
import { environments } from "../../src/environments/registry.ts";
import { Random } from "../../src/environments/toolkit/random/random.ts";
import type { LevelFigures, LevelTimes } from "../../src/quality/columns.ts";
import { loadFigures } from "../../src/quality/figures.ts";

const HOW = "npm run quality measures it anew";

const figuresOf = await loadFigures();

const published = [...environments.values()].map((environment) => {
  const quality = figuresOf.of(environment);
  return { id: environment.id, environment, levels: quality?.levels, times: quality?.times };
});

/** Levels up to this one are digested; the sample below has higher ones, too. */
const LAST_DIGESTED = 1;

test.for(published)(
  "$id: its published figures are of its problems, answers and rewards",
  ({ environment, levels }) => {
    const version = `of version ${environment.version}: ${HOW}`;
    expect(levels, `figures ${version}`).toBeDefined();
    for (const row of levels?.filter(({ level }) => level <= LAST_DIGESTED) ?? []) {
      expect(digestLevel(environment, row), `level ${row.level}: ${HOW}`).toBe(row.digest);
    }
  },
);

/** How many levels are measured anew a day, of those that take less than so many milliseconds. */
const SAMPLED = 24;
const SHORT_MS = 500;

/** Each day others, the same on every machine. */
const today = new Date().toISOString().slice(0, 10);

/** How long a level takes to measure, by its published times: its policies verify most. */
function estimate({ drawn, solved }: LevelFigures, times: LevelTimes): number {
  const { generation, answer, verification } = times;
  return drawn * (generation ?? 0) + solved * ((answer ?? 0) + 20 * (verification ?? 0));
}

const rows = published.flatMap(({ environment, levels = [], times = [] }) =>
  levels
    .filter((row, index) => row.solved > 0 && estimate(row, times[index]) < SHORT_MS)
    .map((row) => ({ environment, row, title: `${environment.id}, level ${row.level}` })),
);

describe(`measured anew on ${today}`, () => {
  test.for(new Random(today).sample(rows, SAMPLED))(
    "$title: the published figures are true",
    ({ environment, row }) => {
      const { figures, notes } = measureLevel(environment, row.level, row, { boundMs: 600_000 });
      expect(notes).toEqual([]);
      expect(figures, HOW).toEqual(row);
    },
  );
});
