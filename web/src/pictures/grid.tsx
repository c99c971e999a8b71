import { type GridPicture, MAX_DRAWN } from "./picture.ts";

const CELL = 32;

/** A board: its cells with what stands in them. */
export function Grid({ of: { cells } }: { of: GridPicture }) {
  const columns = Math.max(0, ...cells.map((row) => row.length));
  if (columns * cells.length > MAX_DRAWN) return null;
  return (
    <svg
      viewBox={`-1 -1 ${columns * CELL + 2} ${cells.length * CELL + 2}`}
      width={columns * CELL}
      role="img"
      aria-label={`A grid of ${cells.length} rows and ${columns} columns`}
    >
      {cells.map((row, y) =>
        row.map((cell, x) => (
          <>
            <rect x={x * CELL} y={y * CELL} width={CELL} height={CELL} class={toClass(cell)} />
            <text x={(x + 0.5) * CELL} y={(y + 0.5) * CELL} font-size={toSize(cell)}>
              {cell === "#" ? "" : cell}
            </text>
          </>
        )),
      )}
    </svg>
  );
}

function toClass(cell: number | string | null): string {
  return cell === "#" ? "cell wall" : "cell";
}

/** Long numbers in smaller letters. */
function toSize(cell: number | string | null): number {
  return Math.min(16, (CELL * 1.4) / Math.max(1, String(cell ?? "").length));
}
