// Belongs here: points, circles, polygons and distances in the plane or in space; not: cells of a
// grid (grids).
export { smallestCircle } from "./smallest-circle.ts";
