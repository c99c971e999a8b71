// Belongs here: computing with given numbers (sums, products, digits, congruences, divisors); not:
// counting how many things there are (counting), or formulas in letters (algebra).
import type { Environment } from "../environment.ts";
import { countdownEqual } from "./countdown-equal.ts";
import { multiplication } from "./multiplication.ts";

export const environments: readonly Environment[] = [countdownEqual, multiplication];
