/** A part of the bench that can be run by name. */
export interface Measurement {
  readonly name: string;
  /** What it measures, in a line. */
  readonly help: string;
  run(options: BenchOptions): Promise<readonly Section[]>;
}

export interface BenchOptions {
  /** Shorter rounds and fewer of them: figures within some 10 % instead of some 3 %. */
  readonly quick: boolean;
  /** Tells what is being measured at the moment. */
  readonly report: (what: string) => void;
}

/** Figures that stand together, with one kind of baseline. */
export interface Section {
  readonly title: string;
  /** What `baseline` of the figures is. */
  readonly baseline?: string;
  readonly figures: readonly Figure[];
  /** How many of the figures the table shows, unless all are asked for. Default: all. */
  readonly shown?: number;
}

export type Unit = "/s" | "µs" | "ms" | "bytes" | "%";

export interface Figure {
  readonly name: string;
  /** Null where there is none; `note` says why. */
  readonly value: number | null;
  readonly unit: Unit;
  readonly baseline?: number | undefined;
  readonly target?: Target | undefined;
  readonly note?: string | undefined;
  /** Further numbers, for the JSON results. */
  readonly details?: Readonly<Record<string, number | null>> | undefined;
}

/** A bound on the value itself, or on its share of the baseline. */
export type Target =
  | { readonly below: number }
  | { readonly atLeast: number }
  | { readonly shareAtLeast: number }
  | { readonly shareAtMost: number };

/** The figure as a share of its baseline; the figure's own `share` detail, if any, goes first. */
export function shareOf({ value, baseline, details }: Figure): number | null {
  if (value === null || baseline === undefined || baseline === 0) return null;
  return details?.share ?? value / baseline;
}

/** Whether a figure reaches its target; null without a target. */
export function isMet(figure: Figure): boolean | null {
  const { target, value } = figure;
  if (target === undefined) return null;
  if (value === null) return false;
  if ("below" in target) return value < target.below;
  if ("atLeast" in target) return value >= target.atLeast;
  const share = shareOf(figure);
  if (share === null) return false;
  return "shareAtMost" in target ? share <= target.shareAtMost : share >= target.shareAtLeast;
}
