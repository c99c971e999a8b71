// Belongs here: points, circles, polygons and distances in the plane or in space; not:
// cells of a grid (grids).
import type { Environment } from "../environment.ts";
import { smallestCircle } from "./smallest-circle.ts";

export const environments: readonly Environment[] = [smallestCircle];
