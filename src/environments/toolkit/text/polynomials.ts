/** A polynomial, its coefficients in ascending order, as "2*x^2 - x + 8". */
export function formatPolynomial(
  coefficients: readonly (number | bigint)[],
  variable = "x",
): string {
  const terms = coefficients
    .map((coefficient, power) => formatTerm(coefficient, power, variable))
    .filter((term) => term !== "")
    .reverse()
    .join(" ");
  if (terms === "") return "0";
  return terms.startsWith("+ ") ? terms.slice(2) : terms.replace("- ", "-");
}

/** A term with its sign in front; empty for the coefficient 0. */
function formatTerm(coefficient: number | bigint, power: number, variable: string): string {
  if (coefficient === 0 || coefficient === 0n) return "";
  const [sign, size] = coefficient < 0 ? ["-", -coefficient] : ["+", coefficient];
  if (power === 0) return `${sign} ${size}`;
  const factor = size === 1 || size === 1n ? "" : `${size}*`;
  return `${sign} ${factor}${variable}${power === 1 ? "" : `^${power}`}`;
}
