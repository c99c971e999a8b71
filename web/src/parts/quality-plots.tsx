import { LinePlot } from "./line-plot.tsx";

/** A small plot for each figure that the rows tell of their levels. */
export function QualityPlots({ of: rows }: { of: readonly Record<string, unknown>[] }) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (name) => name !== "level" && rows.some((row) => typeof row[name] === "number"),
  );
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="quality">
      <h2 id="quality">Figures by level</h2>
      <div class="plots">
        {names.map((name) => (
          <LinePlot
            title={name.replaceAll("_", " ")}
            points={rows.flatMap((row, index) => toPoint(row.level ?? index, row[name]))}
            across="level"
          />
        ))}
      </div>
    </section>
  );
}

function toPoint(x: unknown, y: unknown): (readonly [number, number])[] {
  return typeof x === "number" && typeof y === "number" ? [[x, y]] : [];
}
