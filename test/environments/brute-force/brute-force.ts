import type { JsonObject } from "../../../src/environments/environment.ts";

/** A check of gold and `solve` on small instances, independent of the environment's algorithm. */
export interface BruteForce {
  readonly id: string;
  /** Parameter sets small enough for exhaustion; instances are drawn from them in turn. */
  readonly parameters: readonly JsonObject[];
  /**
   * Expects that gold and the answer that `solve` gave are what exhaustion, or the definition of the
   * problem, says.
   */
  check(instance: JsonObject, answer: string): void;
}

/**
 * The brute-force check of an environment, in a file of its own beside those of its family. Name
 * the fields of the instance that it uses as the type parameter.
 */
export function bruteForce<Instance extends object>(
  id: string,
  parameters: readonly JsonObject[],
  check: (instance: Instance, answer: string) => void,
): BruteForce {
  return { id, parameters, check: (instance, answer) => check(instance as Instance, answer) };
}
