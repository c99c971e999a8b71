import { toModuleUrl } from "../root.ts";
import * as algebra from "./algebra/index.ts";
import * as arithmetic from "./arithmetic/index.ts";
import * as arrays from "./arrays/index.ts";
import * as bits from "./bits/index.ts";
import * as counting from "./counting/index.ts";
import type { Environment } from "./environment.ts";
import * as games from "./games/index.ts";
import * as geometry from "./geometry/index.ts";
import * as graphs from "./graphs/index.ts";
import * as grids from "./grids/index.ts";
import * as optimization from "./optimization/index.ts";
import * as probability from "./probability/index.ts";
import * as puzzles from "./puzzles/index.ts";
import * as simulation from "./simulation/index.ts";
import * as sorting from "./sorting/index.ts";
import * as strings from "./strings/index.ts";
import * as trees from "./trees/index.ts";

/** An environment with the family it belongs to. */
export type RegisteredEnvironment = Environment & { readonly family: string };

/** Environments by identifier. */
export type Registry = ReadonlyMap<string, RegisteredEnvironment>;

/** Modules of families by name: a family is its folder's name, and its module exports its members. */
type Families = Record<string, Readonly<Record<string, Environment>>>;

/**
 * A registry of families of environments.
 * @throws Error if an identifier occurs twice
 */
export function toRegistry(families: Families): Registry {
  const registry = new Map<string, RegisteredEnvironment>();
  for (const [family, members] of Object.entries(families)) {
    for (const environment of Object.values(members)) {
      if (registry.has(environment.id)) throw new Error(`two environments named ${environment.id}`);
      registry.set(environment.id, { ...environment, family });
    }
  }
  return registry;
}

/** This module, for the workers to import. */
export const registryModule: URL = toModuleUrl("environments/registry");

/** All environments by identifier, family by family. */
export const environments: Registry = toRegistry({
  algebra,
  arithmetic,
  arrays,
  bits,
  counting,
  games,
  geometry,
  graphs,
  grids,
  optimization,
  probability,
  puzzles,
  simulation,
  sorting,
  strings,
  trees,
});
