import type { Problem, ProblemConfig } from "./problem.ts";

/** The stored form of a problem: what a reset or a verification takes as `config`. */
export function toConfig({ seed, instance, passingThreshold }: Problem): ProblemConfig {
  return {
    seed,
    parameter: instance,
    ...(passingThreshold !== 1 && { passing_reward_threshold: passingThreshold }),
  };
}
