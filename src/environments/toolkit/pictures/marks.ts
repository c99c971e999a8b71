import { MAX_LABEL_LENGTH, MOST_DRAWN, type TooLarge } from "../../../picture.ts";

/** What stands in a picture: shown as text. */
export type Shown = number | string | bigint | boolean;

/** What an answer chose of things in a row. What lies outside them is passed over. */
export interface Chosen {
  /** Their numbers. */
  readonly chosen?: readonly (number | bigint)[] | undefined;
  /** Of each the group into which the answer puts it, by whatever name; "": into none. */
  readonly groups?: readonly Shown[] | undefined;
}

/** A mark for each of `count` things: 1 or the number of its group; undefined where it has none. */
export function toMarks(
  count: number,
  { chosen = [], groups }: Chosen,
  base = 0,
): (number | undefined)[] {
  const marks: (number | undefined)[] = Array.from({ length: count }, () => undefined);
  const numbers = new Map<string, number>();
  for (const [index, group] of (groups ?? []).slice(0, count).entries()) {
    const name = String(group);
    if (name === "") continue;
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    marks[index] = numbers.get(name);
  }
  for (const number of chosen) {
    const index = Number(number) - base;
    if (isIndex(index, count)) marks[index] = 1;
  }
  return marks;
}

/** Of each of `count` things the batch that an answer puts it in, which names the last of each. */
export function toBatches(
  ends: readonly (number | bigint)[] | undefined,
  count: number,
  base = 0,
): number[] | undefined {
  const last = ends && new Set(ends.map((end) => Number(end) - base));
  let batch = 0;
  return last && Array.from({ length: count }, (_, index) => (last.has(index) ? batch++ : batch));
}

/** The numbers of `count` things from `first` to `last`, both included, as far as they are there. */
export function toRange(first: number, last: number, count: number, base = 0): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index + base);
  return numbers.filter((number) => number >= first && number <= last);
}

/** The numbers of the places of a letter in an answer's text, from `base` on. */
export function placesOf(text: string | undefined, letter: string, base = 0): number[] {
  return [...(text ?? "")].flatMap((it, index) => (it === letter ? [index + base] : []));
}

/** For each of `count` things, numbered from `base`, in which of an answer's lists it stands. */
export function listOfEach(
  lists: readonly (readonly number[])[] | undefined,
  count: number,
  base = 0,
): Shown[] | undefined {
  if (lists === undefined) return undefined;
  const listOf: Shown[] = Array.from({ length: count }, () => "");
  for (const [list, members] of lists.entries()) {
    for (const member of members) if (isIndex(member - base, count)) listOf[member - base] = list;
  }
  return listOf;
}

/** A note at some of `count` things, by their numbers, and none at the others. */
export function noteAt(
  numbers: readonly number[],
  note: string,
  count: number,
  base = 0,
): string[] {
  const noted = new Set(numbers);
  return Array.from({ length: count }, (_, index) => (noted.has(index + base) ? note : ""));
}

/** Whether a number is an index of `count` things. */
export function isIndex(index: number, count: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < count;
}

/** A value as text, cut where it is long. */
export function toLabel(value: Shown): string {
  const text = String(value);
  return text.length <= MAX_LABEL_LENGTH ? text : `${text.slice(0, MAX_LABEL_LENGTH - 1)}…`;
}

/** In place of a picture of more than can be drawn; undefined where it can. */
export function findExcess(
  amounts: Partial<Record<keyof typeof MOST_DRAWN, number>>,
): TooLarge | undefined {
  for (const [of, amount] of Object.entries(amounts)) {
    if (amount > MOST_DRAWN[of as keyof typeof MOST_DRAWN]) {
      return { kind: "too large", amount, of: of.replace("tree ", "") };
    }
  }
  return undefined;
}

/** An object without the fields that are undefined: they are not there in what is sent. */
export function present<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Fields;
}
