/** How many observations came up to each bound, and their sum: what a histogram of Prometheus shows. */
export class Buckets {
  /** Ascending. */
  readonly bounds: readonly number[];
  /** Of the observations above the bound before and up to this one; the last ones are above all bounds. */
  readonly counts: number[];
  sum = 0;

  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.counts = Array.from({ length: bounds.length + 1 }, () => 0);
  }

  observe(value: number): void {
    let at = 0;
    while (at < this.bounds.length && value > this.bounds[at]) at++;
    this.counts[at]++;
    this.sum += value;
  }
}
