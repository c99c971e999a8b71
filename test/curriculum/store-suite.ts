import { afterEach, describe, expect, test } from "vitest";
import type { Curriculum } from "../../src/curriculum/curriculum.ts";
import { begin, type Outcome, type Progress, report } from "../../src/curriculum/rule.ts";
import { type Kept, type Store, UnknownCurriculum } from "../../src/curriculum/store.ts";
import { Random } from "../../src/environments/toolkit/random/random.ts";
import { isFailure } from "../../src/problems/failure.ts";
import { toCurriculum } from "./build.ts";

const NAMES = ["Sorting", "Multiplication", "Knapsack"];

export function build(definition: object = {}): Curriculum {
  const curriculum = toCurriculum({ environments: NAMES, min_samples: 10, ...definition });
  if (isFailure(curriculum)) throw new Error(curriculum.message);
  return curriculum;
}

export function toKept(curriculum: Curriculum): Kept {
  const { definition, members } = curriculum;
  return {
    definition,
    draws: 0,
    progress: new Map(members.map(({ environment }) => [environment, begin(curriculum)])),
    weights: new Map(members.map(({ environment, weight }) => [environment, weight])),
  };
}

function right(difficulty: number, samples = 10, environment = "Sorting"): Outcome {
  return { environment, difficulty, samples, correct: samples };
}

async function progressOf(store: Store, environment = "Sorting", name = "main") {
  return (await store.load(name)).progress.get(environment);
}

/** What every store does, whatever it keeps curricula in. */
export function describeStore(title: string, open: () => Promise<Store> | Store): void {
  describe(title, () => {
    const opened: Store[] = [];
    const begun = async (definition: object = {}): Promise<Store> => {
      const store = await open();
      opened.push(store);
      await store.save("main", toKept(build(definition)), false);
      return store;
    };

    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    });

    test("keeps curricula by name", async () => {
      const store = await begun();
      await store.save("other", toKept(build({ seed: 1 })), false);
      expect([...(await store.names())].sort()).toEqual(["main", "other"]);
      expect((await store.load("other")).definition.seed).toBe(1);
      expect(await store.save("other", toKept(build()), false)).toBe(false);
      expect((await store.load("other")).definition.seed).toBe(1);
      expect(await store.save("other", toKept(build()), true)).toBe(true);
      expect((await store.load("other")).definition.seed).toBe(0);
      expect(await store.remove("other")).toBe(true);
      expect(await store.remove("other")).toBe(false);
      expect(await store.names()).toEqual(["main"]);
      for (const work of [
        async () => store.load("other"),
        async () => store.take("other", 1, null),
        async () => store.report("other", [], null),
        async () => store.countFailures("other", "Sorting", 1),
        async () => store.rises("other"),
        async () => store.find("other"),
      ]) {
        await expect(work()).rejects.toBeInstanceOf(UnknownCurriculum);
      }
    });

    test("numbers draws, and gives the tops of that moment", async () => {
      const store = await begun();
      expect(await store.take("main", 3, null)).toMatchObject({ first: 0 });
      const taken = await store.take("main", 2, null);
      expect(taken.first).toBe(3);
      expect(taken.topOf("Sorting")).toBe(0);
      await store.report("main", [right(0)], null);
      expect(taken.topOf("Sorting")).toBe(0);
      expect((await store.take("main", 1, null)).topOf("Sorting")).toBe(1);
      expect((await store.load("main")).draws).toBe(6);
    });

    test("gives a group one draw with one set of tops, also at once", async () => {
      const store = await begun();
      const taken = await Promise.all(
        Array.from({ length: 10 }, async () => store.take("main", 1, "group")),
      );
      expect(new Set(taken.map(({ first }) => first))).toEqual(new Set([0]));
      await store.report("main", [right(0)], null);
      const later = await store.take("main", 1, "group");
      expect(later.first).toBe(0);
      expect(later.topOf("Sorting")).toBe(0);
      const other = await store.take("main", 1, "other");
      expect(other.first).toBe(1);
      expect(other.topOf("Sorting")).toBe(1);
    });

    test("counts a report once, by its id", async () => {
      const store = await begun();
      const count = (key: string, number: number) =>
        store.report("main", [right(0, 1)], { key, number });
      expect(await count("a", 0)).toMatchObject({ counted: true });
      expect(await count("a", 0)).toMatchObject({ counted: false });
      expect(await count("a", 1)).toMatchObject({ counted: true });
      expect(await count("a", 0)).toMatchObject({ counted: false });
      expect(await count("b", 0)).toMatchObject({ counted: true });
      const both = await Promise.all([count("c", 0), count("c", 0), count("c", 0)]);
      expect(both.filter((one) => "counted" in one && one.counted)).toHaveLength(1);
      expect((await progressOf(store))?.total_samples).toBe(4);
    });

    test("refuses a report as a whole", async () => {
      const store = await begun();
      const id = { key: "a", number: 0 };
      expect(await store.report("main", [right(0), right(3)], id)).toEqual({
        refused: expect.stringContaining("above its top, which is 0"),
      });
      expect(await store.report("main", [right(0, 1, "WIL")], null)).toHaveProperty("refused");
      expect((await progressOf(store))?.total_samples).toBe(0);
      // Its id is free, too.
      expect(await store.report("main", [right(0)], id)).toMatchObject({ counted: true });
      expect((await progressOf(store))?.top).toBe(1);
    });

    test("keeps the rises with the draws before them", async () => {
      const store = await begun();
      await store.take("main", 5, null);
      await store.report("main", [right(0), right(0, 10, "Knapsack")], null);
      await store.take("main", 2, null);
      await store.report("main", [right(1)], null);
      expect(await store.rises("main")).toEqual([
        { environment: "Sorting", top: 1, draws: 5 },
        { environment: "Knapsack", top: 1, draws: 5 },
        { environment: "Sorting", top: 2, draws: 7 },
      ]);
    });

    test("counts failed draws", async () => {
      const store = await begun();
      await store.countFailures("main", "Sorting", 2);
      await store.countFailures("main", "Sorting", 1);
      expect((await progressOf(store))?.failed_draws).toBe(3);
    });

    test.each([
      [{}],
      [{ threshold: 0.5, window: 2, start: 1 }],
      [{ lower_below: 0.4, threshold: 0.6, max_difficulty: 3 }],
    ])("comes to what the rule says of random reports: %j", async (definition) => {
      const store = await begun(definition);
      const curriculum = build(definition);
      const expected = new Map<string, Progress>(toKept(curriculum).progress);
      const random = new Random("reports");
      for (let count = 0; count < 200; count++) {
        const outcomes = Array.from({ length: random.integer(1, 4) }, () => {
          const environment = random.choice(NAMES);
          const samples = random.integer(1, 12);
          const top = expected.get(environment)?.top ?? 0;
          const difficulty = Math.max(0, top - random.integer(-1, 2) * random.integer(0, 1));
          return {
            environment,
            difficulty,
            samples,
            correct: random.integer(samples >> 1, samples),
          };
        });
        const of = (environment: string) => expected.get(environment) ?? begin(curriculum);
        const ours = report(curriculum, of, outcomes, 0);
        const theirs = await store.report("main", outcomes, null);
        if ("refused" in ours) {
          expect(theirs).toEqual(ours);
          continue;
        }
        expect(theirs).toEqual({ counted: true, rises: ours.rises });
        for (const [environment, progress] of ours.progress) expected.set(environment, progress);
      }
      expect(new Map((await store.load("main")).progress)).toEqual(expected);
      expect(Math.max(...[...expected.values()].map(({ top }) => top))).toBeGreaterThan(1);
    });
  });
}
