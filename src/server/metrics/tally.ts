/** Counts by label: an addition to what is there, so that counting costs next to nothing. */
export class Tally<Label extends string> {
  readonly #rows: ReadonlyMap<string, { readonly label: Label; count: number }>;

  /** @param labels all there are, which are shown before anything is counted */
  constructor(labels: readonly Label[]) {
    this.#rows = new Map(labels.map((label) => [label, { label, count: 0 }]));
  }

  /** Counts one. Of a label that is none it counts nothing, and says so. */
  add(label: string): boolean {
    const row = this.#rows.get(label);
    if (row === undefined) return false;
    row.count++;
    return true;
  }

  rows(): Iterable<{ readonly label: Label; readonly count: number }> {
    return this.#rows.values();
  }
}
