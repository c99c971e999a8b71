import { fitsTo } from "../geometry/points.ts";
import type { Random } from "./random.ts";
import { redrawUntil } from "./redraw.ts";

/** Tries for a point before all points are drawn anew. */
const MAX_TRIES = 10_000;

/**
 * Random points with coordinates from 0 to `side`, of which no two coincide and no three lie on a
 * line: one after the other, each uniform among those that fit. O(count²) a try.
 */
export function randomPointsInGeneralPosition(
  count: number,
  side: number,
  random: Random,
): [number, number][] {
  return redrawUntil(() => {
    const points: [number, number][] = [];
    for (let attempt = 0; points.length < count; attempt++) {
      if (attempt > MAX_TRIES) return undefined;
      const point: [number, number] = [random.integer(0, side), random.integer(0, side)];
      if (fitsTo(points, point)) points.push(point);
    }
    return points;
  });
}
