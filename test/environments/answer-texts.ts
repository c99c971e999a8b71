import fc from "fast-check";

/**
 * Answers near and far from a solution: its tokens changed, dropped, repeated or reordered, numbers
 * huge and negative, odd blanks, and text of any kind.
 */
export function answerTexts(solution: string): fc.Arbitrary<string> {
  const tokens = solution.split(/(\s+)/).slice(0, 400);
  const characters = [...solution.slice(0, 400)];
  const number = fc.oneof(
    fc.integer({ min: -3, max: 30 }).map(String),
    fc.bigInt().map(String),
    fc.double().map(String),
    fc.constantFrom("-0", "+1", "1_000", "007", "1e5", "0x1f", "½", "٣", ""),
  );
  const blank = fc.constantFrom(" ", "\n", "\t", "\u00a0", ", ", "  ");
  return fc.oneof(
    fc.array(number, { maxLength: 30 }).chain((numbers) => blank.map((by) => numbers.join(by))),
    fc
      .tuple(fc.nat(tokens.length), number)
      .map(([at, by]) => tokens.with(at % tokens.length, by).join("")),
    fc.shuffledSubarray(characters).map((some) => some.join("")),
    fc.shuffledSubarray(tokens).map((some) => some.join(" ")),
    fc
      .array(fc.constantFrom(...characters, ..."01 -\n"), { maxLength: 60 })
      .map((some) => some.join("")),
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.constant(`${solution} ${solution}`),
  );
}

/** Answers that nobody means well, of about so many characters where length is the point. */
export function hostileAnswers(length: number): string[] {
  const repeat = (text: string) => text.repeat(length / text.length);
  return [
    repeat("9"),
    `-${repeat("1")}`,
    repeat("1 "),
    repeat("1\n"),
    repeat("0 1\n"),
    repeat("a"),
    repeat(" "),
    repeat("("),
    `${"(".repeat(length / 2)}1${")".repeat(length / 2)}`,
    repeat("-"),
    "1e999999999",
    "0x10 1_0 +5 ١٢ 𝟙 NaN Infinity",
    "__proto__ constructor toString",
    "\u0000\uFFFF\uD800",
  ];
}
