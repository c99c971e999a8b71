import { Gauge, type Registry } from "prom-client";
import type { Buckets } from "../../buckets.ts";

export type Labels = Readonly<Record<string, string | number>>;

/** One line: a value with its labels. */
export interface Series {
  readonly value: number;
  /** The library formats the same object once: labels of many lines are kept by whoever makes them. */
  readonly labels?: Labels;
  /** Behind the metric's name, with a label that goes before the others: of histograms. */
  readonly part?: "bucket" | "sum" | "count";
  readonly bound?: number | "+Inf";
}

type Values = number | Iterable<Series>;
type Read = () => Values | Promise<Values>;

/** What a metric is called. */
interface About {
  readonly name: string;
  readonly help: string;
}

const NONE: Labels = {};

/**
 * A metric whose values are read when it is asked for. The library's own way, to set each of
 * thousands of values by its labels and to format these anew, takes five times as long.
 */
class ReadMetric extends Gauge {
  readonly #metricType: string;
  readonly #read: Read;

  constructor(registry: Registry, type: string, { name, help }: About, read: Read) {
    super({ name, help, registers: [registry] });
    this.#metricType = type;
    this.#read = read;
  }

  override async get(): ReturnType<Gauge["get"]> {
    const [about, read] = await Promise.all([super.get(), this.#read()]);
    const series = typeof read === "number" ? [{ value: read }] : [...read];
    const values = series.map(({ value, labels, part, bound }: Series) => ({
      value,
      metricName: part && `${about.name}_${part}`,
      labels: bound === undefined ? NONE : { le: bound },
      sharedLabels: labels ?? NONE,
    }));
    // The library's types have an enum where its code has a text.
    return { ...about, type: this.#metricType as never, values };
  }
}

/** Metrics of a registry, each with where its values are read. */
export interface Metrics {
  counter(about: About, read: Read): void;
  gauge(about: About, read: Read): void;
  histogram(about: About, read: () => Iterable<[Labels, Buckets]>): void;
}

export function createMetrics(registry: Registry): Metrics {
  return {
    counter: (about, read) => void new ReadMetric(registry, "counter", about, read),
    gauge: (about, read) => void new ReadMetric(registry, "gauge", about, read),
    histogram(about, read) {
      const toSeries = () => [...read()].flatMap(([labels, buckets]) => spread(labels, buckets));
      new ReadMetric(registry, "histogram", about, toSeries);
    },
  };
}

function spread(labels: Labels, { bounds, counts, sum }: Buckets): Series[] {
  let count = 0;
  const buckets = counts.map((own, at): Series => {
    count += own;
    return { value: count, labels, part: "bucket", bound: bounds[at] ?? "+Inf" };
  });
  return [...buckets, { value: sum, labels, part: "sum" }, { value: count, labels, part: "count" }];
}

/** Labels of one or two values, each pair always the same object. */
export function createLabels(first: string, second?: string): (a: string, b?: string) => Labels {
  const known = new Map<string, Map<string, Labels>>();
  return (a, b = "") => {
    const row = known.get(a) ?? new Map<string, Labels>();
    if (row.size === 0) known.set(a, row);
    const labels = row.get(b);
    if (labels !== undefined) return labels;
    const made = second === undefined ? { [first]: a } : { [first]: a, [second]: b };
    row.set(b, made);
    return made;
  };
}
