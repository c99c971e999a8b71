// Belongs here: computing with given numbers (sums, products, digits, congruences, divisors);
// not: counting how many things there are (counting), or formulas in letters (algebra).
export { countdownEqual } from "./countdown-equal.ts";
export { multiplication } from "./multiplication.ts";
