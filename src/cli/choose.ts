import { environments, type RegisteredEnvironment } from "../environments/registry.ts";
import { isFailure } from "../problems/failure.ts";
import { listEnvironments } from "../quality/choose-environments.ts";
import { Misuse } from "./misuse.ts";

/**
 * The environments of names, families and presets, in the registry's order.
 * @param levels where presets must hold
 * @param flag what a message begins with: the flag that named them
 * @throws Misuse for an unknown name
 */
export async function choose(
  names: readonly string[],
  levels: readonly number[],
  flag = "",
): Promise<RegisteredEnvironment[]> {
  const chosen = await listEnvironments(names, environments, levels);
  if (isFailure(chosen)) throw new Misuse(`${flag}${chosen.message}`);
  return chosen;
}
