/** A way to dress an answer; null where an answer cannot wear it. */
type Dress = (answer: string) => string | null;

const around =
  (start: string, end = start): Dress =>
  (answer) =>
    `${start}${answer}${end}`;

const INTEGER = /^-?\d+$/;

/** The lines of a list of integers, or of one: what commas and brackets are put around. */
function rows(answer: string): string[][] | null {
  const lines = answer.trim().split("\n");
  const values = lines.map((line) => line.trim().split(/\s+/));
  return values.flat().every((value) => INTEGER.test(value)) ? values : null;
}

const asList =
  (separator: string, start = "", end = ""): Dress =>
  (answer) =>
    rows(answer)
      ?.map((values) => `${start}${values.join(separator)}${end}`)
      .join("\n") ?? null;

/** With separators in numbers from 1000 on; a lone one of a list could as well be two values. */
const thousands =
  (separator: string): Dress =>
  (answer) => {
    const values = rows(answer);
    if (values === null) return null;
    const text = values
      .map((line) => line.map((value) => value.replace(/\B(?=(\d{3})+$)/g, separator)).join(" "))
      .join("\n");
    return text === answer ? null : text;
  };

const inEach =
  (characters: RegExp, to: (character: string) => string): Dress =>
  (answer) => {
    const text = answer.replace(characters, to);
    return text === answer ? null : text;
  };

const shifted = (by: number) => (character: string) =>
  String.fromCodePoint((character.codePointAt(0) ?? 0) + by);

/** What models put on right answers of any form, by name. */
export const DRESSES: Readonly<Record<string, Dress>> = {
  bold: around("**"),
  "bold, underlined": around("__"),
  // Around an asterisk of the answer's own they would read as bold.
  italics: (answer) => (/^\*|\*$/.test(answer) ? null : `*${answer}*`),
  code: around("`"),
  "code fence": around("```\n", "\n```"),
  "code fence with a language": around("```text\n", "\n```"),
  quotes: around('"'),
  "single quotes": around("'"),
  "curly quotes": around("“", "”"),
  dollars: around("$"),
  "two dollars": around("$$"),
  "LaTeX parentheses": around("\\(", "\\)"),
  "LaTeX brackets": around("\\[", "\\]"),
  "\\text": around("\\text{", "}"),
  "\\boxed": around("\\boxed{", "}"),
  "\\boxed, nested": around("$\\boxed{\\text{", "}}$"),
  "a box in a sentence": around("The answer is $\\boxed{", "}$."),
  "trailing period": around("", "."),
  "bold with a period": around("**", "**."),
  "bold code": around("**`", "`**"),
  "zero-width space": around("\u200b"),
  "byte order mark": around("\ufeff**", "**"),
  "zero-width joiner in the middle": (answer) =>
    `**${answer.slice(0, 1)}\u200d${answer.slice(1)}**`,
  "full-width digits": inEach(/[0-9]/g, shifted(0xff10 - 0x30)),
  "full-width characters": inEach(/[!-~]/g, shifted(0xff01 - 0x21)),
  "Arabic digits": inEach(/[0-9]/g, shifted(0x660 - 0x30)),
  "bold digits of mathematics": inEach(/[0-9]/g, shifted(0x1d7ce - 0x30)),
  "Unicode minus": inEach(/-/g, () => "−"),
};

/** What they put on integers and lists of them. */
export const DRESSES_OF_INTEGERS: Readonly<Record<string, Dress>> = {
  commas: asList(", "),
  brackets: asList(", ", "[", "]"),
  parentheses: asList(", ", "(", ")"),
  braces: asList(", ", "{", "}"),
  "brackets in code": asList(", ", "`[", "]`"),
  "nested brackets": (answer) => {
    const lines = rows(answer);
    return lines && `[${lines.map((line) => `[${line.join(",")}]`).join(", ")}]`;
  },
  "thousands separators": thousands(","),
  "LaTeX thousands separators": thousands("{,}"),
  "thin blanks": (answer) => (INTEGER.test(answer) ? thousands("\u202f")(answer) : null),
};
