// Belongs here: chances and expected values; not: counts (counting).
export { cinema } from "./cinema.ts";
