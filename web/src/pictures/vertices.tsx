import { useId } from "preact/hooks";
import type { GraphPicture } from "./picture.ts";

/** Where a vertex is drawn. */
export type Place = readonly [x: number, y: number];

interface Shape {
  readonly picture: Omit<GraphPicture, "kind">;
  readonly places: readonly Place[];
  readonly width: number;
  readonly height: number;
  readonly name: string;
}

/** Vertices at their places, and edges with their weights. */
export function Vertices({ picture, places, width, height, name }: Shape) {
  const { vertices, edges, labels, base = 0, directed = false } = picture;
  const arrow = useId();
  const radius = vertices > 60 ? 6 : vertices > 25 ? 10 : 14;
  const label = `A ${name} of ${vertices} vertices and ${edges.length} edges`;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} role="img" aria-label={label}>
      <marker
        id={arrow}
        viewBox="0 0 8 8"
        refX="8"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
      >
        <path d="M0 0 L8 4 L0 8 z" class="arrow" />
      </marker>
      {edges.map(([from, to, weight]) => (
        <Edge
          from={places[from - base]}
          to={places[to - base]}
          weight={weight}
          radius={radius}
          marker={directed ? `url(#${arrow})` : undefined}
        />
      ))}
      {places.map(([x, y], index) => (
        <>
          <circle cx={x} cy={y} r={radius} class="vertex" />
          <text x={x} y={y} font-size={radius}>
            {labels?.[index] ?? index + base}
          </text>
        </>
      ))}
    </svg>
  );
}

interface EdgeShape {
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  readonly weight: number | string | undefined;
  readonly radius: number;
  readonly marker: string | undefined;
}

/** From rim to rim; a loop is a small circle. */
function Edge({ from, to, weight, radius, marker }: EdgeShape) {
  if (from === undefined || to === undefined) return null;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) {
    return <circle cx={from[0]} cy={from[1] - radius} r={radius} class="edge" />;
  }
  const [ux, uy] = [(dx / length) * radius, (dy / length) * radius];
  // Not in the middle, where the edges of a circle meet.
  const [x, y] = [from[0] + dx * 0.36, from[1] + dy * 0.36];
  return (
    <>
      <line
        x1={from[0] + ux}
        y1={from[1] + uy}
        x2={to[0] - ux}
        y2={to[1] - uy}
        class="edge"
        marker-end={marker}
      />
      {weight !== undefined && (
        <text x={x} y={y} font-size={11} class="weight">
          {weight}
        </text>
      )}
    </>
  );
}
