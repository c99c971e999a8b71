import { MAX_DRAWN, type PointsPicture } from "./picture.ts";

const SIZE = 480;
const MARGIN = 24;

/** Points and segments in a plane, whose y grows upwards. */
export function Points({ of: { points, segments = [] } }: { of: PointsPicture }) {
  const all = [...points, ...segments.flat()];
  if (all.length === 0 || all.length > MAX_DRAWN) return null;
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const extent = Math.max(Math.max(...xs) - left, Math.max(...ys) - bottom, 1);
  const scale = (SIZE - 2 * MARGIN) / extent;
  const toX = (x: number) => MARGIN + (x - left) * scale;
  const toY = (y: number) => SIZE - MARGIN - (y - bottom) * scale;
  const isLabelled = points.length <= 40;
  return (
    <svg
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      width={SIZE}
      role="img"
      aria-label={`${points.length} points and ${segments.length} segments`}
    >
      {segments.map(([[x1, y1], [x2, y2]]) => (
        <line x1={toX(x1)} y1={toY(y1)} x2={toX(x2)} y2={toY(y2)} class="edge" />
      ))}
      {points.map(([x, y]) => (
        <>
          <circle cx={toX(x)} cy={toY(y)} r={4} class="point" />
          {isLabelled && (
            <text x={toX(x)} y={toY(y) - 11} font-size={10} class="weight">
              {x}, {y}
            </text>
          )}
        </>
      ))}
    </svg>
  );
}
