import type { Point } from "./train.ts";

/** The runs of one strategy, one a seed, which are looked at after the same numbers of problems. */
export interface Line {
  readonly name: string;
  readonly color: string;
  readonly runs: readonly (readonly Point[])[];
}

type Figure = "skill" | "accuracy";

interface Panel {
  readonly figure: Figure;
  readonly title: string;
  readonly highest: number;
  readonly ticks: readonly number[];
  /** The first point has no figure where it is of the problems since the one before. */
  readonly from: number;
}

const WIDTH = 340;
const HEIGHT = 240;
const LEFT = 44;
const TOP = 48;
const LABELS = 260;

/** Skill and accuracy over problems as an SVG: the mean of the runs, and in pale their range. */
export function plot(lines: readonly Line[]): string {
  const highest = 5 * Math.ceil(Math.max(...lines.flatMap((line) => ends(line))) / 5);
  const levels = Array.from({ length: highest / 5 + 1 }, (_, tick) => 5 * tick);
  const panels: Panel[] = [
    {
      figure: "skill",
      title: "Skill (level), mean of 20 environments",
      highest,
      ticks: levels,
      from: 0,
    },
    {
      figure: "accuracy",
      title: "Accuracy on the problems drawn",
      highest: 1,
      ticks: [0, 0.25, 0.5, 0.75, 1],
      from: 1,
    },
  ];
  const width = panels.length * (LEFT + WIDTH) + LABELS;
  const drawn = panels.map((panel, index) =>
    group(LEFT + index * (LEFT + WIDTH), TOP, drawPanel(panel, lines)),
  );
  const labels = group(panels.length * (LEFT + WIDTH) + 12, TOP, drawLabels(lines));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${TOP + HEIGHT + 48}" font-family="system-ui, sans-serif" font-size="12" fill="#333">
<title>Skill and accuracy of a simulated learner</title>
<rect width="100%" height="100%" fill="#fff"/>
${[...drawn, labels].join("\n")}
</svg>
`;
}

function ends({ runs }: Line): number[] {
  return runs.map((run) => run[run.length - 1].skill);
}

function drawPanel({ figure, title, highest, ticks, from }: Panel, lines: readonly Line[]): string {
  const [first] = lines[0].runs;
  const last = first[first.length - 1].problems;
  const x = (problems: number) => round((problems / last) * WIDTH);
  const y = (value: number) => round(HEIGHT * (1 - Math.max(0, value) / highest));
  const grid = ticks.map(
    (tick) =>
      `<path d="M0 ${y(tick)}H${WIDTH}" stroke="#e4e4e4"/><text x="-6" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  );
  const quarters = [0, 1, 2, 3, 4].map((quarter) => {
    const problems = (last / 4) * quarter;
    return `<text x="${x(problems)}" y="${HEIGHT + 18}" text-anchor="middle">${problems / 1000}</text>`;
  });
  const curves = lines.map(({ color, runs }) => {
    const points = first.slice(from).map(({ problems }, index) => {
      const values = runs.map((run) => run[from + index][figure]);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return {
        x: x(problems),
        low: y(Math.min(...values)),
        high: y(Math.max(...values)),
        mean: y(mean),
      };
    });
    const range = [
      ...points.map((point) => `${point.x} ${point.high}`),
      ...points.toReversed().map((point) => `${point.x} ${point.low}`),
    ];
    const path = points.map((point) => `${point.x} ${point.mean}`);
    return `<path d="M${range.join("L")}Z" fill="${color}" opacity="0.18"/><path d="M${path.join("L")}" fill="none" stroke="${color}" stroke-width="2"/>`;
  });
  return [
    `<text x="0" y="-20" font-weight="600">${title}</text>`,
    ...grid,
    ...quarters,
    `<text x="${WIDTH / 2}" y="${HEIGHT + 38}" text-anchor="middle">thousand problems</text>`,
    ...curves,
  ].join("\n");
}

function drawLabels(lines: readonly Line[]): string {
  return lines
    .map(
      ({ name, color }, index) =>
        `<path d="M0 ${12 + index * 22}h18" stroke="${color}" stroke-width="3"/><text x="26" y="${16 + index * 22}">${name}</text>`,
    )
    .join("\n");
}

function group(x: number, y: number, content: string): string {
  return `<g transform="translate(${x} ${y})">\n${content}\n</g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
