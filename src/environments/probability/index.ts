// Belongs here: chances and expected values; not:
// counts (counting).
import type { Environment } from "../environment.ts";
import { cinema } from "./cinema.ts";

export const environments: readonly Environment[] = [cinema];
