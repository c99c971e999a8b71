import { useId } from "preact/hooks";
import type { GraphPicture } from "../../../src/picture.ts";
import { describeMarks, toClass } from "./marks.ts";

/** Where a vertex is drawn. */
export type Place = readonly [x: number, y: number];

interface Shape extends Pick<GraphPicture, "vertices" | "edges"> {
  readonly places: readonly Place[];
  readonly width: number;
  readonly height: number;
  readonly name: string;
}

/** Vertices at their places, and edges with their weights. */
export function Vertices({ vertices, edges, places, width, height, name }: Shape) {
  const arrow = useId();
  const radius = vertices.length > 60 ? 8 : vertices.length > 25 ? 11 : 14;
  const marks = [...vertices, ...edges].map(({ mark }) => mark);
  const label = `A ${name} of ${vertices.length} vertices and ${edges.length} edges`;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      role="img"
      aria-label={`${label}${describeMarks(marks)}`}
    >
      <marker
        id={arrow}
        viewBox="0 0 8 8"
        refX="8"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path d="M0 0 L8 4 L0 8 z" class="arrow" />
      </marker>
      {byMark(edges).map((edge) => (
        <Edge
          of={edge}
          from={places[edge.from]}
          to={places[edge.to]}
          radius={radius}
          marker={edge.directed ? `url(#${arrow})` : undefined}
        />
      ))}
      {vertices.map(({ label, note, mark }, index) => {
        const [x, y] = places[index] ?? [0, 0];
        return (
          <>
            <circle cx={x} cy={y} r={radius} class={toClass("vertex", mark)} />
            <text x={x} y={y} font-size={Math.min(radius, (3 * radius) / label.length)}>
              {label}
            </text>
            {note !== undefined && (
              <text x={x} y={y - radius - 7} font-size={10} class="note">
                {note}
              </text>
            )}
          </>
        );
      })}
    </svg>
  );
}

type Edges = GraphPicture["edges"];

/** What is marked is drawn last, so that nothing covers it. */
function byMark(edges: Edges): Edges {
  return [...edges].sort((a, b) => (a.mark === undefined ? 0 : 1) - (b.mark === undefined ? 0 : 1));
}

interface EdgeShape {
  readonly of: Edges[number];
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  readonly radius: number;
  readonly marker: string | undefined;
}

/** From rim to rim; a loop is a small circle. */
function Edge({ of: { label, mark, added }, from, to, radius, marker }: EdgeShape) {
  if (from === undefined || to === undefined) return null;
  const shape = toClass(added ? "edge added" : "edge", mark);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return <circle cx={from[0]} cy={from[1] - radius} r={radius} class={shape} />;
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
        class={shape}
        marker-end={marker}
      />
      {label !== undefined && (
        <text x={x} y={y} font-size={11} class="weight">
          {label}
        </text>
      )}
    </>
  );
}
