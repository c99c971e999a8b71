import { matching } from "./fractions.ts";
import { maximising, minimising } from "./optima.ts";
import type { Verdict } from "./verdicts.ts";

type N = number | bigint;
export const maximised = (value: N, gold: N, beta: number): Verdict =>
  maximising({ beta }).verdict(value, gold);
export const minimised = (value: N, gold: N, beta: number): Verdict =>
  minimising({ beta }).verdict(value, gold);
export const fraction = (count: number, total: number, beta: number, unit: string): Verdict =>
  matching({ beta, unit }).verdict(count, total);
