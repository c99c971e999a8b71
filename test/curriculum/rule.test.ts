import { describe, expect, test } from "vitest";
import type { Curriculum } from "../../src/curriculum/curriculum.ts";
import { begin, draw, type Outcome, type Progress, report } from "../../src/curriculum/rule.ts";
import { isFailure } from "../../src/problems/failure.ts";
import { CurriculumDefinition } from "../../src/protocol/curricula.ts";
import { toCurriculum } from "./build.ts";

function build(definition: object): Curriculum {
  const curriculum = toCurriculum(definition);
  if (isFailure(curriculum)) throw new Error(curriculum.message);
  return curriculum;
}

/** A curriculum with the reports that it is given. */
class Run {
  readonly #curriculum: Curriculum;
  readonly #progress = new Map<string, Progress>();

  constructor(definition: object) {
    this.#curriculum = build(definition);
  }

  of(environment: string): Progress {
    return this.#progress.get(environment) ?? begin(this.#curriculum);
  }

  report(...outcomes: Outcome[]) {
    const reported = report(this.#curriculum, (name) => this.of(name), outcomes, 0);
    if ("refused" in reported) return reported.refused;
    for (const [name, progress] of reported.progress) this.#progress.set(name, progress);
    return reported.rises;
  }
}

function outcome(environment: string, difficulty: number, correct: number, samples: number) {
  return { environment, difficulty, correct, samples };
}

describe("tops after given outcomes, as RLVE's manager has them", () => {
  const definition = {
    environments: ["Sorting", "Multiplication"],
    min_samples: 10,
    threshold: 0.9,
  };

  test.each<[string, [number, number, number][], Partial<Progress>]>([
    [
      "below the threshold: the count begins anew",
      [[0, 8, 10]],
      { top: 0, samples: 0, correct: 0 },
    ],
    ["at the threshold: a rise", [[0, 9, 10]], { top: 1, samples: 0, correct: 0 }],
    ["above it: a rise by one, not more", [[0, 100, 100]], { top: 1 }],
    ["too few samples: nothing yet", [[0, 9, 9]], { top: 0, samples: 9, correct: 9 }],
    [
      "samples of several reports add up",
      [
        [0, 5, 5],
        [0, 4, 5],
      ],
      { top: 1, samples: 0 },
    ],
    [
      "a failed check forgets what was right before it",
      [
        [0, 8, 10],
        [0, 5, 5],
      ],
      { top: 0, samples: 5 },
    ],
    [
      "counts of lower levels are recorded, and do not count",
      [
        [0, 10, 10],
        [0, 50, 50],
      ],
      { top: 1, samples: 0, total_samples: 60, total_correct: 60 },
    ],
    [
      "each level anew",
      [
        [0, 10, 10],
        [1, 9, 10],
        [2, 10, 11],
      ],
      { top: 3, total_samples: 31, total_correct: 29 },
    ],
    [
      "all wrong never lowers",
      [
        [0, 10, 10],
        [1, 0, 1000],
      ],
      { top: 1 },
    ],
  ])("%s", (_, reports, expected) => {
    const run = new Run(definition);
    for (const [difficulty, correct, samples] of reports) {
      run.report(outcome("Sorting", difficulty, correct, samples));
    }
    expect(run.of("Sorting")).toMatchObject(expected);
  });

  test("all outcomes of a report count before its one check", () => {
    const run = new Run(definition);
    const rises = run.report(
      outcome("Sorting", 0, 10, 10),
      outcome("Multiplication", 0, 4, 4),
      outcome("Sorting", 0, 10, 10),
      outcome("Multiplication", 0, 5, 6),
    );
    expect(rises).toEqual([
      { environment: "Sorting", top: 1, draws: 0 },
      { environment: "Multiplication", top: 1, draws: 0 },
    ]);
    expect(run.of("Sorting")).toMatchObject({ samples: 0, total_samples: 20 });
  });

  test("environments rise each by themselves", () => {
    const run = new Run(definition);
    for (let level = 0; level < 5; level++) {
      run.report(outcome("Sorting", level, 10, 10), outcome("Multiplication", 0, 0, 10));
    }
    expect(run.of("Sorting").top).toBe(5);
    expect(run.of("Multiplication").top).toBe(0);
  });

  test("what it cannot have drawn is refused, and changes nothing", () => {
    const run = new Run({ ...definition, start: 2 });
    const right = outcome("Sorting", 2, 10, 10);
    expect(run.report(right, outcome("Sorting", 3, 1, 1))).toContain("above its top, which is 2");
    expect(run.report(right, outcome("Sorting", 1, 1, 1))).toContain("outside 2..");
    expect(run.report(right, outcome("Knapsack", 2, 1, 1))).toContain("does not draw Knapsack");
    expect(run.report(right, outcome("Sorting", 2, 2, 1))).toContain("2 of 1 outputs");
    expect(run.of("Sorting").total_samples).toBe(0);
  });

  test("tops end at max_difficulty and at the levels' end", () => {
    const run = new Run({ ...definition, max_difficulty: 1 });
    for (const level of [0, 1, 1]) run.report(outcome("Sorting", level, 10, 10));
    expect(run.of("Sorting")).toMatchObject({ top: 1, samples: 0, total_samples: 30 });
    const { memberOf } = build({ environments: ["ColoringCounting"] });
    const last = memberOf.get("ColoringCounting")?.lastLevel ?? 0;
    expect(last).toBeLessThan(100);
    const bounded = new Run({ environments: ["ColoringCounting"], start: last, min_samples: 1 });
    bounded.report(outcome("ColoringCounting", last, 1, 1));
    expect(bounded.of("ColoringCounting").top).toBe(last);
  });

  test("with lower_below a top falls, not below the start, and older draws are recorded", () => {
    const run = new Run({ ...definition, start: 1, lower_below: 0.2 });
    run.report(outcome("Sorting", 1, 10, 10));
    run.report(outcome("Sorting", 2, 1, 10));
    expect(run.of("Sorting").top).toBe(1);
    expect(run.report(outcome("Sorting", 2, 10, 10))).toEqual([]);
    expect(run.of("Sorting")).toMatchObject({ top: 1, samples: 0, total_samples: 30 });
    run.report(outcome("Sorting", 1, 0, 10));
    expect(run.of("Sorting").top).toBe(1);
  });
});

describe("draws", () => {
  function drawMany(curriculum: Curriculum, count: number, top = 0) {
    return Array.from(
      { length: count },
      (_, number) => draw(curriculum, number, () => top).next().value,
    );
  }

  test("are the same for the same definition, number and tops", () => {
    const definition = { environments: { Sorting: 1, Multiplication: 3 }, seed: 7 };
    expect(drawMany(build(definition), 50, 6)).toEqual(drawMany(build(definition), 50, 6));
    expect(drawMany(build({ ...definition, seed: 8 }), 50, 6)).not.toEqual(
      drawMany(build(definition), 50, 6),
    );
    expect(drawMany(build({ environments: ["Sorting"] }), 3, 5)).toMatchInlineSnapshot(`
      [
        {
          "difficulty": 3,
          "environment": "Sorting",
          "seed": 171518036120135,
        },
        {
          "difficulty": 4,
          "environment": "Sorting",
          "seed": 207483216828533,
        },
        {
          "difficulty": 4,
          "environment": "Sorting",
          "seed": 28529789014340,
        },
      ]
    `);
  });

  test("take levels of the window up to the top, none below the start", () => {
    const levels = (definition: object, top: number) =>
      new Set(
        drawMany(build({ environments: ["Sorting"], ...definition }), 400, top).map(
          (d) => d.difficulty,
        ),
      );
    expect(levels({}, 0)).toEqual(new Set([0]));
    expect(levels({}, 2)).toEqual(new Set([0, 1, 2]));
    expect(levels({}, 9)).toEqual(new Set([6, 7, 8, 9]));
    expect(levels({ window: 1 }, 9)).toEqual(new Set([9]));
    expect(levels({ start: 3 }, 4)).toEqual(new Set([3, 4]));
  });

  test("honour weights and levels: chi-square with a fixed seed", () => {
    const weights = { Sorting: 1, Multiplication: 2, "family:graphs": 0.5, Knapsack: 4 };
    const curriculum = build({ environments: weights, seed: 1 });
    const count = 40_000;
    const drawn = drawMany(curriculum, count, 3);
    const total = curriculum.members.at(-1)?.cumulated ?? 0;
    const cells = new Map<string, number>();
    for (const { environment, difficulty } of drawn) {
      const cell = `${environment}/${difficulty}`;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    let chiSquare = 0;
    let degrees = -1;
    for (const { environment, weight } of curriculum.members) {
      for (let level = 0; level <= 3; level++) {
        const expected = ((weight / total) * count) / 4;
        chiSquare += ((cells.get(`${environment}/${level}`) ?? 0) - expected) ** 2 / expected;
        degrees++;
      }
    }
    // Normal for many degrees of freedom: four deviations.
    expect(chiSquare).toBeLessThan(degrees + 4 * Math.sqrt(2 * degrees));
    expect(new Set(drawn.map(({ seed }) => seed)).size).toBe(count);
  });

  test("go on with further seeds of the same level", () => {
    const references = draw(build({ environments: "all" }), 5, () => 0);
    const [first, second] = [references.next().value, references.next().value];
    expect(second).toMatchObject({ environment: first.environment, difficulty: first.difficulty });
    expect(second.seed).not.toBe(first.seed);
  });
});

describe("definitions", () => {
  test.each<[string, object, string]>([
    ["an unknown environment", { environments: ["Sortng"] }, "Did you mean 'Sorting'?"],
    ["an unknown family", { environments: ["family:graph"] }, "The families are algebra,"],
    ["no environment", { environments: {} }, "An environment must be named at least"],
    ["an unknown preset", { environments: ["no-gessing"] }, "The presets are short-answers,"],
    ["a start beyond the levels", { environments: ["ColoringCounting"], start: 1000 }, "end at"],
  ])("%s is refused", (_, definition, message) => {
    const curriculum = toCurriculum(definition);
    expect(isFailure(curriculum) && curriculum.message).toContain(message);
  });

  test.each<[object, string]>([
    [{ environments: { Sorting: 0 } }, "environments"],
    [{ environments: { Sorting: -1 } }, "environments"],
    [{ window: 0 }, "window"],
    [{ threshold: 0 }, "threshold"],
    [{ threshold: 1.1 }, "threshold"],
    [{ start: 3, max_difficulty: 2 }, "max_difficulty"],
    [{ lower_below: 0.9 }, "lower_below"],
    [{ min_sample: 3 }, ""],
  ])("%o is refused", (definition, field) => {
    const issues = CurriculumDefinition.safeParse(definition).error?.issues ?? [];
    expect(issues[0]?.path.join(".")).toContain(field);
  });

  test("a family's weight is that of its environments, and an environment's own goes before it", () => {
    const { members } = build({ environments: { Knapsack: 3, "family:optimization": 2 } });
    const weights = new Map(members.map(({ environment, weight }) => [environment, weight]));
    expect(weights.get("Knapsack")).toBe(3);
    expect(new Set([...weights.values()])).toEqual(new Set([2, 3]));
  });
});
