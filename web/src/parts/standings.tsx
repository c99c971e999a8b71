import { useState } from "preact/hooks";
import { toHash } from "../address.ts";
import type { Curriculum, Progress, Rise } from "../api/curricula.ts";
import { LinePlot } from "./line-plot.tsx";

const ORDERS = {
  name: "name",
  highest: "highest top first",
  lowest: "lowest top first",
  accuracy: "lowest accuracy first",
} as const;

type Order = keyof typeof ORDERS;
type Entry = readonly [id: string, progress: Progress];

const COMPARE: Record<Order, (a: Entry, b: Entry) => number> = {
  name: ([a], [b]) => a.localeCompare(b),
  highest: ([, a], [, b]) => b.top - a.top,
  lowest: ([, a], [, b]) => a.top - b.top,
  accuracy: ([, a], [, b]) => toAccuracy(a) - toAccuracy(b),
};

/** Where each environment stands: small multiples, which read the same for four and four hundred. */
export function Standings({
  of: { environments, history, definition, draws },
}: {
  of: Curriculum;
}) {
  const [sought, setSought] = useState("");
  const [order, setOrder] = useState<Order>("name");
  const rises = groupByEnvironment(history);
  const shown = Object.entries(environments)
    .filter(([id]) => id.toLowerCase().includes(sought.toLowerCase()))
    .sort(COMPARE[order]);
  return (
    <>
      <div class="filters">
        <label>
          Filter
          <input
            type="search"
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        </label>
        <label>
          Order
          <select value={order} onChange={(event) => setOrder(event.currentTarget.value as Order)}>
            {Object.entries(ORDERS).map(([name, label]) => (
              <option value={name}>{label}</option>
            ))}
          </select>
        </label>
        <p class="quiet">{shown.length} environments</p>
      </div>
      <ul class="multiples">
        {shown.map(([id, progress]) => (
          <li key={id}>
            <a href={toHash("environment", id)}>{id}</a>
            <LinePlot
              title="top"
              points={toSteps(rises.get(id) ?? [], definition.start, draws, progress.top)}
              across="draws"
            />
            <p class="quiet">{describe(progress)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function describe({ samples, correct, total_samples, failed_draws, ...rest }: Progress): string {
  if (total_samples === 0) return "no outputs yet";
  const share = Math.round((100 * rest.total_correct) / total_samples);
  const failed = failed_draws > 0 ? `, ${failed_draws} failed draws` : "";
  return `${correct} of ${samples} right at the top, ${share} % of ${total_samples} in all${failed}`;
}

function toAccuracy({ total_samples, total_correct }: Progress): number {
  return total_correct / Math.max(total_samples, 1);
}

/** A top stays where it is until it changes. */
function toSteps(
  rises: readonly Rise[],
  start: number,
  draws: number,
  top: number,
): (readonly [number, number])[] {
  const steps: (readonly [number, number])[] = [[0, start]];
  let level = start;
  for (const rise of rises) {
    steps.push([rise.draws, level], [rise.draws, rise.top]);
    level = rise.top;
  }
  steps.push([draws, top]);
  return steps;
}

function groupByEnvironment(history: readonly Rise[]): Map<string, Rise[]> {
  const rises = new Map<string, Rise[]>();
  for (const rise of history) {
    const own = rises.get(rise.environment);
    if (own === undefined) rises.set(rise.environment, [rise]);
    else own.push(rise);
  }
  return rises;
}
