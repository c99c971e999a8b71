// Belongs here: trees given by their edges or parents; not:
// graphs with cycles (graphs).
import type { Environment } from "../environment.ts";

export const environments: readonly Environment[] = [];
