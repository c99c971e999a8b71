import type { Curriculum } from "../../src/client/curriculum.ts";
import type { Random } from "../../src/environments/toolkit/random/random.ts";

/** A problem to learn of. */
export interface Drawn {
  readonly environment: string;
  readonly difficulty: number;
  /** Where a curriculum drew it. */
  readonly problem_id?: string;
}

/** A drawn problem with what the learner's outputs came to. */
export interface Tried extends Drawn {
  readonly correct: number;
  readonly samples: number;
}

/** Where a learner's problems come from. */
export interface Source {
  draw(count: number): Promise<readonly Drawn[]>;
  /** Is told of all problems of a step at once. */
  report(tried: readonly Tried[]): Promise<void>;
}

/** Problems of any of the environments, of levels from the lowest to the highest alike. */
export function fromLevels(
  environments: readonly string[],
  [lowest, highest]: readonly [number, number],
  random: Random,
): Source {
  return {
    draw: async (count) =>
      Array.from({ length: count }, () => ({
        environment: random.choice(environments),
        difficulty: random.integer(lowest, highest),
      })),
    report: async () => {},
  };
}

/** What a curriculum of a server draws, which is told what it comes to. */
export function fromCurriculum(curriculum: Curriculum): Source {
  return {
    async draw(count) {
      const problems = await curriculum.draw(count);
      return problems.map(({ environment, difficulty, problem_id }) => {
        if (environment == null || difficulty == null || problem_id == null) {
          throw new Error("A problem could not be drawn.");
        }
        return { environment, difficulty, problem_id };
      });
    },
    async report(tried) {
      await curriculum.report(
        tried.map(({ problem_id = "", correct, samples }) => ({ problem_id, correct, samples })),
      );
    },
  };
}
