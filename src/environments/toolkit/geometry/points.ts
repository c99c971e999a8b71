/** A point of the plane, or a vector. */
export type Point = readonly [x: number, y: number];

/**
 * The cross product of two vectors: positive where the second lies anticlockwise of the first, and
 * twice the area of the triangle between them. Exact for integers below 2^25.
 */
export function crossProduct([ax, ay]: Point, [bx, by]: Point): number {
  return ax * by - ay * bx + 0; // + 0 turns −0 into 0
}

/** The cross product of b − a and c − a: positive where a, b, c turn anticlockwise. */
export function turn(a: Point, b: Point, c: Point): number {
  return crossProduct([b[0] - a[0], b[1] - a[1]], [c[0] - a[0], c[1] - a[1]]);
}

/**
 * The corners of the convex hull, anticlockwise from the leftmost point (the lowest of several),
 * without points in the middle of sides: Andrew's monotone chain (1979), O(n log n).
 */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const chain = (ordered: readonly Point[]) => {
    const corners: Point[] = [];
    for (const point of ordered) {
      while (
        corners.length > 1 &&
        turn(corners[corners.length - 2], corners[corners.length - 1], point) <= 0
      ) {
        corners.pop();
      }
      corners.push(point);
    }
    return corners.slice(0, -1);
  };
  return points.length < 2 ? sorted : [...chain(sorted), ...chain(sorted.toReversed())];
}

/** Twice the area of a polygon, its corners in order; positive for anticlockwise (shoelace formula). */
export function doubledArea(corners: readonly Point[]): number {
  let total = 0;
  for (const [index, corner] of corners.entries()) {
    total += crossProduct(corner, corners[(index + 1) % corners.length]);
  }
  return total;
}

/** Whether a point differs from all others and lies on no line through two of them. O(n²). */
export function fitsTo(points: readonly Point[], [x, y]: Point): boolean {
  return points.every(
    ([ax, ay], index) =>
      (ax !== x || ay !== y) &&
      points.slice(0, index).every((other) => turn(other, [ax, ay], [x, y]) !== 0),
  );
}

/** Whether no two of the points coincide and no three lie on a line. O(n³). */
export function isInGeneralPosition(points: readonly Point[]): boolean {
  return points.every((point, index) => fitsTo(points.slice(0, index), point));
}
