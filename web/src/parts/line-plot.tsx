interface Shape {
  readonly title: string;
  /** In order of x. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** What x counts. */
  readonly across: string;
  /** Where the scale of y begins and ends at the latest. */
  readonly range?: readonly [number, number];
}

const WIDTH = 240;
const HEIGHT = 80;
const PAD = 4;

/** A small plot with its last and extreme values in words, so that it says the same without sight. */
export function LinePlot({ title, points, across, range }: Shape) {
  const ys = points.map(([, y]) => y);
  const low = Math.min(range?.[0] ?? 0, ...ys);
  const high = Math.max(range?.[1] ?? 0, ...ys);
  const first = points[0]?.[0] ?? 0;
  const last = points.at(-1);
  const toX = (x: number) => PAD + ((x - first) / ((last?.[0] ?? 0) - first || 1)) * (WIDTH - 8);
  const toY = (y: number) => HEIGHT - PAD - ((y - low) / (high - low || 1)) * (HEIGHT - 8);
  const told = last === undefined ? "no figures yet" : formatShort(last[1]);
  return (
    <figure class="plot">
      <figcaption>
        {title} <strong>{told}</strong>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title} over ${across}: ${points.length} values from ${formatShort(Math.min(...ys, high))} to ${formatShort(Math.max(...ys, low))}, the last ${told}`}
      >
        <line x1={PAD} x2={WIDTH - PAD} y1={toY(low)} y2={toY(low)} class="axis" />
        <polyline points={points.map(([x, y]) => `${toX(x)},${toY(y)}`).join(" ")} class="line" />
        {last && <circle cx={toX(last[0])} cy={toY(last[1])} r={3} class="point" />}
      </svg>
    </figure>
  );
}

const SHORT = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, notation: "compact" });

function formatShort(value: number): string {
  return SHORT.format(value);
}
