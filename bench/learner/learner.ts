import type { Random } from "../../src/environments/toolkit/random/random.ts";

/** How much an environment's level costs: the odds of a right answer fall by e with each. */
const LEVELS_PER_E = 1;

/** What a group of outputs that are neither all right nor all wrong teaches, in levels. */
const SLOWEST = 0.02;
const FASTEST = 0.06;

/** What the learner is able to do at first: the level at which half of its answers are right. */
const LEAST_SKILL = -1;
const MOST_SKILL = 3;

/**
 * A model as simply as can be: its accuracy at a level is a logistic function of its skill in the
 * environment less the level, and a group of its outputs for one problem teaches it only where they
 * differ, as in GRPO, whose advantages are all 0 otherwise.
 */
export class Learner {
  readonly #skills = new Map<string, { level: number; readonly gain: number }>();
  readonly #random: Random;

  constructor(environments: readonly string[], random: Random) {
    this.#random = random;
    for (const environment of environments) {
      this.#skills.set(environment, {
        level: random.real(LEAST_SKILL, MOST_SKILL),
        gain: random.real(SLOWEST, FASTEST),
      });
    }
  }

  /** How many of its outputs for a problem of this level are right. */
  answer(environment: string, difficulty: number, samples: number): number {
    const accuracy = 1 / (1 + Math.exp((difficulty - this.#of(environment).level) / LEVELS_PER_E));
    let correct = 0;
    for (let sample = 0; sample < samples; sample++) {
      if (this.#random.chance(accuracy)) correct++;
    }
    return correct;
  }

  /** Learns of a group of outputs; whether there was something to learn. */
  learn(environment: string, correct: number, samples: number): boolean {
    const differ = correct > 0 && correct < samples;
    const skill = this.#of(environment);
    if (differ) skill.level += skill.gain;
    return differ;
  }

  /** The mean of its skills, in levels. */
  skill(): number {
    const levels = [...this.#skills.values()].map(({ level }) => level);
    return levels.reduce((sum, level) => sum + level, 0) / levels.length;
  }

  #of(environment: string) {
    const skill = this.#skills.get(environment);
    if (skill === undefined) throw new Error(`The learner knows nothing of ${environment}.`);
    return skill;
  }
}
