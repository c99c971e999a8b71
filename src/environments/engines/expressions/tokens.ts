/** Decimal exponents beyond it are as good as infinite, and are cut to it. */
const MAX_EXPONENT = 100_000;

/** A number (whole part, fraction, exponent), a name or a sign; each repetition is of one class. */
const TOKEN =
  /[ \t\r\f]*(?:(\d[\d_]*|(?=\.\d))(\.\d*)?([eE][+-]?\d+)?|([A-Za-z_]\w*)|(\*\*|[-+*/^(),]))/y;
const WHOLE_PART = /^(?:0+|[1-9]\d*)$/;

/** A number, a name or a sign of a text. */
export type Token =
  | {
      readonly kind: "number";
      readonly numerator: bigint;
      readonly decimals: number;
      readonly isDecimal: boolean;
    }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "sign"; readonly sign: string };

/** The tokens of a text, in linear time; null if some part of it is none. */
export function toTokens(text: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) return null;
    const [, whole, fraction, exponent, name, sign] = match;
    if (name !== undefined) tokens.push({ kind: "name", name });
    else if (sign !== undefined) tokens.push({ kind: "sign", sign: sign === "^" ? "**" : sign });
    else {
      const token = toNumberToken(whole, fraction, exponent);
      if (token === null) return null;
      tokens.push(token);
    }
  }
  return tokens;
}

/** Python's numbers: single underscores between digits; no leading zeros in an integer. */
function toNumberToken(whole: string, fraction = "", exponent = ""): Token | null {
  if (whole.endsWith("_") || whole.includes("__")) return null;
  const digits = whole.replaceAll("_", "");
  const isDecimal = fraction !== "" || exponent !== "";
  if (!isDecimal && !WHOLE_PART.test(digits)) return null;
  const shift = Math.max(-MAX_EXPONENT, Math.min(Number(exponent.slice(1)), MAX_EXPONENT));
  const places = fraction.slice(1);
  return {
    kind: "number",
    numerator: BigInt(digits + places),
    decimals: places.length - shift,
    isDecimal,
  };
}
