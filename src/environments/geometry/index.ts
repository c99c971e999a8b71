// Belongs here: points, circles, polygons and distances in the plane or in space; not: cells of a
// grid (grids).
export { convexHull } from "./convex-hull.ts";
export { smallestCircle } from "./smallest-circle.ts";
export { sumTriangleArea } from "./sum-triangle-area.ts";
