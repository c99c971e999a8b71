import { type Check, type Having, ofSound, refuse, type Size, sizeOf } from "./instances.ts";

type List = readonly unknown[] | string;

/**
 * Checks that each of the fields, a list or a text, is as long as the size says: `lengths("N", "W",
 * "V")`, or with a function of the instance, `lengths(({ N }) => N - 1, "edges")`.
 */
export function lengths<Field extends string>(
  size: Size,
  ...fields: readonly Field[]
): Check<Having<Field, List>> {
  return ofSound((payload) => {
    const expected = sizeOf(size, payload.value);
    for (const field of fields) {
      const { length } = payload.value[field];
      if (length === expected) continue;
      const source = typeof size === "string" ? `${size} = ${expected}` : String(expected);
      return refuse(payload, [field], `must have length ${source}, not ${length}`);
    }
  });
}

/** Checks that the field is a matrix: so many rows (lists or texts) of so many columns. */
export function matrix<Field extends string>(
  field: Field,
  rows: Size,
  columns: Size,
): Check<Having<Field, readonly List[]>> {
  return ofSound((payload) => {
    const value = payload.value[field];
    const [height, width] = [sizeOf(rows, payload.value), sizeOf(columns, payload.value)];
    if (value.length !== height) {
      return refuse(payload, [field], `must have ${height} rows, not ${value.length}`);
    }
    for (const [row, { length }] of value.entries()) {
      if (length === width) continue;
      return refuse(payload, [field, row], `must have length ${width}, not ${length}`);
    }
  });
}

type Nested = number | readonly Nested[];

/**
 * Checks that all numbers of the field, however deep its lists, lie from `low` to `high`, both
 * included: `within("path", 0, ({ N }) => N - 1)`.
 */
export function within<Field extends string>(
  field: Field,
  low: Size,
  high: Size,
): Check<Having<Field, Nested>> {
  return ofSound((payload) => {
    const bounds = [sizeOf(low, payload.value), sizeOf(high, payload.value)] as const;
    const path = pathOfStray(payload.value[field], ...bounds);
    if (path === undefined) return;
    refuse(payload, [field, ...path], `must be from ${bounds[0]} to ${bounds[1]}`);
  });
}

function pathOfStray(value: Nested, low: number, high: number): number[] | undefined {
  if (typeof value === "number") return value >= low && value <= high ? undefined : [];
  for (const [index, item] of value.entries()) {
    const path = pathOfStray(item, low, high);
    if (path !== undefined) return [index, ...path];
  }
  return undefined;
}

/** Checks that the elements of the field, numbers or texts, all differ. */
export function distinct<Field extends string>(
  field: Field,
): Check<Having<Field, readonly unknown[]>> {
  return ofSound((payload) => {
    const seen = new Set<unknown>();
    for (const [index, value] of payload.value[field].entries()) {
      if (seen.has(value)) return refuse(payload, [field, index], "occurs twice");
      seen.add(value);
    }
  });
}

/** Checks that the field is a permutation of `from`, …, `from + size − 1`. */
export function permutation<Field extends string>(
  field: Field,
  size: Size,
  from = 0,
): Check<Having<Field, readonly number[]>> {
  const hasLength = lengths(size, field);
  const differ = distinct(field);
  return ofSound((payload) => {
    hasLength(payload);
    const count = sizeOf(size, payload.value);
    if (payload.issues.length > 0) return;
    for (const [index, value] of payload.value[field].entries()) {
      if (value >= from && value < from + count) continue;
      return refuse(payload, [field, index], `must be from ${from} to ${from + count - 1}`);
    }
    differ(payload);
  });
}

/** Checks that a matrix of so many cells holds each of the numbers from 0 to one less once. */
export function numbering<Field extends string>(
  field: Field,
  cells: Size,
): Check<Having<Field, readonly (readonly number[])[]>> {
  return ofSound((payload) => {
    const count = sizeOf(cells, payload.value);
    const numbers = new Set(payload.value[field].flat());
    if (numbers.size === count && [...numbers].every((number) => number < count)) return;
    refuse(payload, [field], `must hold each of the numbers from 0 to ${count - 1} once`);
  });
}
