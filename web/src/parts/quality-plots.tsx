import type { LevelQuality } from "../api/problems.ts";
import { LinePlot } from "./line-plot.tsx";

interface Plot {
  readonly title: string;
  of(row: LevelQuality): number | null | undefined;
  readonly range?: readonly [number, number];
}

const PLOTS: readonly Plot[] = [
  {
    title: "Distinct among those drawn",
    of: (row) => row.distinct_prompts / Math.max(1, row.drawn),
    range: [0, 1],
  },
  { title: "Chance score", of: (row) => row.chance, range: [0, 1] },
  { title: "Commonest answer", of: (row) => row.commonest_answer, range: [0, 1] },
  { title: "Reward of random answers", of: (row) => row.policies.random?.reward, range: [-1, 1] },
  { title: "Prompt, tokens", of: (row) => row.prompt_tokens },
  { title: "Answer, tokens", of: (row) => row.answer_tokens },
  { title: "Generation, ms", of: (row) => row.generation_ms },
  { title: "Reference answer, ms", of: (row) => row.answer_ms },
  { title: "Verification, ms", of: (row) => row.verification_ms },
];

const LEAST_DISTINCT: Plot = {
  title: "Distinct problems, at least",
  of: (row) => row.distinct_at_least,
};

/** What was measured of an environment's levels: small plots, and the same as a table. */
export function QualityPlots({ of: rows }: { of: readonly LevelQuality[] }) {
  const plots = PLOTS.map(({ of, ...plot }) => ({
    ...plot,
    points: rows.flatMap((row) => toPoint(row.level, of(row))),
  })).filter(({ points }) => points.length > 0);
  if (plots.length === 0) return null;
  return (
    <section aria-labelledby="quality">
      <h2 id="quality">Figures by level</h2>
      <p>
        Measured on {formatRange(rows.map((row) => row.solved))} answered problems a level. The
        chance score is the best accuracy of a policy that does not solve: always the same answer,
        an echo of the data, a random answer of the form.
      </p>
      <div class="plots">
        {plots.map((plot) => (
          <LinePlot {...plot} across="level" />
        ))}
      </div>
      <details>
        <summary>As a table</summary>
        <QualityTable of={rows} />
      </details>
    </section>
  );
}

function QualityTable({ of: rows }: { of: readonly LevelQuality[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section class="wide" aria-label="Figures by level as a table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Level</th>
            {rows.map(({ level }) => (
              <th scope="col">{level}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[LEAST_DISTINCT, ...PLOTS].map(({ title, of }) => (
            <tr>
              <th scope="row">{title}</th>
              {rows.map((row) => (
                <td>{formatShort(of(row))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function toPoint(x: number, y: number | null | undefined): (readonly [number, number])[] {
  return typeof y === "number" ? [[x, y]] : [];
}

const SHORT = new Intl.NumberFormat("en", { maximumSignificantDigits: 2, notation: "compact" });

function formatShort(value: number | null | undefined): string {
  return typeof value === "number" ? SHORT.format(value) : "–";
}

function formatRange(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? String(low) : `${low} to ${high}`;
}
