import type { RegisteredEnvironment, Registry } from "../../src/environments/registry.ts";

/** The environments of a registry by family, in the registry's order. */
export function familiesOf(registry: Registry): Map<string, RegisteredEnvironment[]> {
  const families = new Map<string, RegisteredEnvironment[]>();
  for (const environment of registry.values()) {
    const members = families.get(environment.family) ?? [];
    families.set(environment.family, [...members, environment]);
  }
  return families;
}
