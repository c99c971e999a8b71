// Belongs here: chances and expected values; not:
// counts (counting).
import type { Environment } from "../environment.ts";

export const environments: readonly Environment[] = [];
