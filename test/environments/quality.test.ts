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

const answered = published.flatMap(({ id, environment, levels = [] }) =>
  levels.filter(({ solved }) => solved > 0).map((row) => ({ id, environment, row })),
);

test("reference answers are right, also in the midst of a text, and prompts never are", () => {
  const failing = answered.filter(
    ({ row: { right, surrounded, policies } }) =>
      right < 1 || surrounded < 1 || policies.prompt?.accuracy !== 0,
  );
  expect(failing.map(({ id, row }) => `${id}, level ${row.level}`)).toEqual([]);
});

/** Any x of many, one of the fullest buckets, one of the nearest positions, either of two centers. */
const SEVERAL_RIGHT = ["CRT", "BucketSorting", "MinSumDistanceSquare", "TreeCenter"];

test("an answer of one integer is wrong when it is changed, but where several are right", () => {
  const changed = answered.filter(
    ({ environment, row: { policies } }) =>
      environment.answer.description === "an integer" &&
      (["off by one", "sign flipped", "truncated"] as const).some(
        (name) => (policies[name]?.accuracy ?? 0) > 0,
      ),
  );
  const ids = new Set(changed.map(({ id }) => id));
  expect([...ids].filter((id) => !SEVERAL_RIGHT.includes(id))).toEqual([]);
});

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
