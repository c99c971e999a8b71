// Belongs here: points, circles, polygons and distances in the plane or in space; not: cells of a
// grid (grids).
export { convexHull } from "./convex-hull.ts";
export { largestConvexPolygon } from "./largest-convex-polygon.ts";
export { largestRectangleAmongPoints } from "./largest-rectangle-among-points.ts";
export { lasLaser } from "./las-laser.ts";
export { minSumChebyshevDistance } from "./min-sum-chebyshev-distance.ts";
export { minSumDistanceSquare } from "./min-sum-distance-square.ts";
export { minimumChromaticNumberSegmentOverlap } from "./minimum-chromatic-number-segment-overlap.ts";
export { skaRockGarden } from "./ska-rock-garden.ts";
export { smallestCircle } from "./smallest-circle.ts";
export { sumTriangleArea } from "./sum-triangle-area.ts";
export { visibleLine } from "./visible-line.ts";
