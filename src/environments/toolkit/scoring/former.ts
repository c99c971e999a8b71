import type { Ratio } from "../numbers/ratios.ts";
import { matching, overlapping } from "./fractions.ts";
import { nearness as nearnessBy } from "./nearness.ts";
import { betterThanBest, maximising, minimising } from "./optima.ts";
import { maximisingRatio, minimisingRatio } from "./ratios.ts";
import type { Verdict } from "./verdicts.ts";

type N = number | bigint;
export const maximised = (value: N, gold: N, beta: number): Verdict =>
  maximising({ beta }).verdict(value, gold);
export const minimised = (value: N, gold: N, beta: number): Verdict =>
  minimising({ beta }).verdict(value, gold);
export const nearness = (value: N, gold: N, beta: number): Verdict =>
  nearnessBy({ beta }).verdict(value, gold);
export const fraction = (count: number, total: number, beta: number, unit: string): Verdict =>
  matching({ beta, unit }).verdict(count, total);
export const jaccard = (count: number, total: number, beta: number): Verdict =>
  overlapping({ beta }).verdict(count, total);
export const maximisedRatio = (value: Ratio, gold: Ratio, beta: number): Verdict =>
  maximisingRatio({ beta }).verdict(value, gold);
export const minimisedRatio = (value: Ratio, gold: Ratio, beta: number): Verdict =>
  minimisingRatio({ beta }).verdict(value, gold);
export const betterThanGold = betterThanBest;
