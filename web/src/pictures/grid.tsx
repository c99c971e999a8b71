import type { GridPicture } from "../../../src/picture.ts";
import { describeMarks, toClass } from "./marks.ts";

const CELL = 32;

type Cells = GridPicture["cells"];

/** A board: its cells with what stands in them, clues around it, and what an answer chose. */
export function Grid({ of: picture }: { of: GridPicture }) {
  const { cells, walls = [], marks = [], clues = {}, signs = [], paths = [] } = picture;
  const columns = Math.max(1, ...cells.map((row) => row.length));
  const height = cells.length * CELL;
  const width = columns * CELL;
  const margin = Object.keys(clues).length > 0 ? CELL : 2;
  const dark = new Set(walls.map(([row, column]) => `${row} ${column}`));
  const isGrouped = marks.some((row) => row.some((mark) => mark > 1));
  const [full, rows] = [width + 2 * margin, height + 2 * margin];
  const name = `A grid of ${cells.length} rows and ${columns} columns`;
  return (
    <svg
      viewBox={`${-margin} ${-margin} ${full} ${rows}`}
      width={full}
      role="img"
      aria-label={`${name}${describeMarks(marks.flat())}${paths.length > 0 ? "; the answer's path" : ""}`}
    >
      {cells.map((row, y) =>
        row.map(
          (cell, x) =>
            cell !== null && (
              <>
                <rect
                  x={x * CELL}
                  y={y * CELL}
                  width={CELL}
                  height={CELL}
                  class={toClass(dark.has(`${y} ${x}`) ? "cell wall" : "cell", marks[y]?.[x])}
                />
                <Text x={x + 0.5} y={y + 0.5} text={cell} />
                {isGrouped && (marks[y]?.[x] ?? 0) > 0 && (
                  <text x={(x + 0.84) * CELL} y={(y + 0.2) * CELL} font-size={8} class="note">
                    {marks[y]?.[x]}
                  </text>
                )}
              </>
            ),
        ),
      )}
      <path d={toBorders(picture)} class="border" />
      {signs.map(({ row, column, towards, text }) => (
        <Sign
          x={towards === "right" ? column + 1 : column + 0.5}
          y={towards === "right" ? row + 0.5 : row + 1}
          text={text}
        />
      ))}
      {clues.top?.map((text, x) => (
        <Text x={x + 0.5} y={-0.4} text={text} />
      ))}
      {clues.bottom?.map((text, x) => (
        <Text x={x + 0.5} y={cells.length + 0.4} text={text} />
      ))}
      {clues.left?.map((text, y) => (
        <Text x={-0.4} y={y + 0.5} text={text} />
      ))}
      {clues.right?.map((text, y) => (
        <Text x={columns + 0.4} y={y + 0.5} text={text} />
      ))}
      {paths.map((path) => (
        <polyline
          points={path.map(([y, x]) => `${(x + 0.5) * CELL},${(y + 0.5) * CELL}`).join(" ")}
          class="path"
        />
      ))}
    </svg>
  );
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Long numbers in smaller letters. */
function Text({ x, y, text }: Placed) {
  if (text === "") return null;
  return (
    <text x={x * CELL} y={y * CELL} font-size={Math.min(16, (CELL * 1.4) / text.length)}>
      {text}
    </text>
  );
}

/** Between two cells, on a ground of its own. */
function Sign({ x, y, text }: Placed) {
  return (
    <>
      <circle cx={x * CELL} cy={y * CELL} r={7} class="ground" />
      <text x={x * CELL} y={y * CELL} font-size={13}>
        {text}
      </text>
    </>
  );
}

/** The lines between cells of different regions, and around all. */
function toBorders({ cells, regions }: GridPicture): string {
  if (regions === undefined) return "";
  const regionOf = (y: number, x: number) => regions[y]?.[x];
  const lines = cells.flatMap((row: Cells[number], y) =>
    row.flatMap((_, x) => {
      const region = regionOf(y, x);
      return [
        region !== regionOf(y, x - 1) && `M${x * CELL} ${y * CELL}v${CELL}`,
        region !== regionOf(y, x + 1) && `M${(x + 1) * CELL} ${y * CELL}v${CELL}`,
        region !== regionOf(y - 1, x) && `M${x * CELL} ${y * CELL}h${CELL}`,
        region !== regionOf(y + 1, x) && `M${x * CELL} ${(y + 1) * CELL}h${CELL}`,
      ];
    }),
  );
  return lines.filter((line) => line !== false).join("");
}
