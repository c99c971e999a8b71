import type { CurriculumRise } from "../../protocol/curricula.ts";
import type { Progress } from "../rule.ts";

/* Counts, tops and rises as texts in Redis: names of environments hold no blanks. */

export function toPairs(flat: readonly string[]): [string, string][] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
}

export function toTops(flat: readonly string[]): Map<string, number> {
  return new Map(toPairs(flat).map(([environment, top]) => [environment, Number(top)]));
}

export function formatCounts(own: Omit<Progress, "top">): string {
  const { samples, correct, total_samples, total_correct, failed_draws } = own;
  return [samples, correct, total_samples, total_correct, failed_draws].join(" ");
}

export function toCounts(text: string): Omit<Progress, "top"> {
  const [samples, correct, total_samples, total_correct, failed_draws] = text
    .split(" ")
    .map(Number);
  return { samples, correct, total_samples, total_correct, failed_draws };
}

export function toRise(text: string): CurriculumRise {
  const [environment, top, draws] = text.split(" ");
  return { environment, top: Number(top), draws: Number(draws) };
}
