import { getText } from "./request.ts";

/** What `/metrics` told at a time: values by name, and by name and labels. */
export interface Sample {
  /** Seconds. */
  readonly time: number;
  readonly sums: ReadonlyMap<string, number>;
}

const LINE = /^(\w+)(?:\{.*\})? (\S+)/;

/** @throws RequestError */
export async function readMetrics(): Promise<Sample> {
  const text = await getText("metrics");
  const sums = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [, name, value] = LINE.exec(line) ?? [];
    if (name === undefined) continue;
    sums.set(name, (sums.get(name) ?? 0) + Number(value));
  }
  return { time: performance.now() / 1000, sums };
}

/** A gauge over time: pairs of seconds and value. */
export function toValues(samples: readonly Sample[], name: string): [number, number][] {
  return samples.flatMap(({ time, sums }) => {
    const value = sums.get(name);
    return value === undefined || Number.isNaN(value) ? [] : [[time, value] as [number, number]];
  });
}

/** How fast a counter grew, a second; a server that began anew counts from zero. */
export function toRates(samples: readonly Sample[], name: string): [number, number][] {
  const values = toValues(samples, name);
  return values.slice(1).map(([time, value], index) => {
    const [before, previous] = values[index] ?? [time, value];
    const grown = value >= previous ? value - previous : value;
    return [time, grown / Math.max(time - before, 0.001)];
  });
}
