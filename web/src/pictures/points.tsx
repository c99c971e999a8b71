import type { PointsPicture } from "../../../src/picture.ts";
import { describeMarks, toClass } from "./marks.ts";

const SIZE = 480;
const MARGIN = 28;

/** Points, lines and circles in a plane, whose y grows upwards. */
export function Points({ of: picture }: { of: PointsPicture }) {
  const { points, lines, circles } = picture;
  const scale = toScale(picture);
  const { toX, toY, height } = scale;
  const marks = [...points, ...lines, ...circles].map(({ mark }) => mark);
  const isLabelled = points.length <= 60;
  const name = [
    points.length > 0 && `${points.length} points`,
    lines.length > 0 && `${lines.length} lines`,
    circles.length > 0 && `${circles.length} circles`,
  ].filter((part) => part !== false);
  return (
    <svg
      viewBox={`0 0 ${SIZE} ${height}`}
      width={SIZE}
      role="img"
      aria-label={`${name.join(", ") || "An empty plane"}${describeMarks(marks)}`}
    >
      {circles.map(({ x, y, radius, mark }) => (
        <ellipse
          cx={toX(x)}
          cy={toY(y)}
          rx={Math.abs(toX(x + radius) - toX(x))}
          ry={Math.abs(toY(y + radius) - toY(y))}
          class={toClass("edge", mark)}
        />
      ))}
      {lines.map(({ through, label, closed, mark }) => {
        const [first] = through;
        const path = through.map(([x, y]) => `${toX(x)} ${toY(y)}`).join("L");
        return (
          first !== undefined && (
            <>
              <path d={`M${path}${closed ? "Z" : ""}`} class={toClass("edge", mark)} />
              {label !== undefined && (
                <text
                  x={toX(first[0])}
                  y={toY(first[1]) - 7}
                  font-size={10}
                  // A label has room on the side where most of the plane is.
                  class={`note ${toX(first[0]) < SIZE / 2 ? "start" : "end"}`}
                >
                  {label}
                </text>
              )}
            </>
          )
        );
      })}
      {points.map(({ x, y, label, mark, added }) => (
        <>
          <circle
            cx={toX(x)}
            cy={toY(y)}
            r={mark === undefined ? 4 : 6}
            class={toClass(added ? "point added" : "point", mark)}
          />
          {isLabelled && label !== undefined && (
            <text x={toX(x)} y={toY(y) - 11} font-size={10} class="weight">
              {label}
            </text>
          )}
        </>
      ))}
    </svg>
  );
}

interface Scale {
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  readonly height: number;
}

/** What the problem tells fills the picture; what an answer adds far away lies outside it. */
function toScale({ points, lines, circles, stretched }: PointsPicture): Scale {
  const told = [
    ...points.filter(({ added }) => !added).map(({ x, y }) => [x, y] as const),
    ...lines.filter(({ mark }) => stretched || mark === undefined).flatMap((line) => line.through),
    ...circles
      .filter(({ mark }) => mark === undefined)
      .flatMap(({ x, y, radius }) => [
        [x - radius, y - radius] as const,
        [x + radius, y + radius] as const,
      ]),
  ];
  const [left, width] = toRange(told.map(([x]) => x));
  const [bottom, depth] = toRange(told.map(([, y]) => y));
  const rows = SIZE - 2 * MARGIN;
  const extent = Math.max(width, depth);
  const height = stretched ? Math.min(SIZE * 2, 2 * MARGIN + depth * 22) : SIZE;
  const across = rows / (stretched ? width : extent);
  const up = (height - 2 * MARGIN) / (stretched ? depth : extent);
  return {
    toX: (x) => MARGIN + (x - left) * across,
    toY: (y) => height - MARGIN - (y - bottom) * up,
    height,
  };
}

/** The least of numbers, and how far from it the greatest lies; never nothing. */
function toRange(numbers: readonly number[]): readonly [number, number] {
  const least = Math.min(...numbers, numbers.length === 0 ? 0 : Number.POSITIVE_INFINITY);
  return [least, Math.max(...numbers, least) - least || 1];
}
