import { matching } from "./fractions.ts";
import type { Verdict } from "./verdicts.ts";

export const fraction = (count: number, total: number, beta: number, unit: string): Verdict =>
  matching({ beta, unit }).verdict(count, total);
