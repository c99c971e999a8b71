import type { JsonObject } from "../../src/environments/environment.ts";
import { stringifyJson } from "../../src/protocol/codecs/lossless.ts";

/** An instance with one thing changed, so that its fields may contradict each other. */
export interface Contradiction {
  /** What was changed: "path.2: repeat the last element". */
  readonly change: string;
  readonly parameter: JsonObject;
}

type Path = readonly (string | number)[];

/** No alphabet of an environment has it. */
const FOREIGN_LETTER = "☃";
/** Lists longer than this are changed at both ends only. */
const SHORT = 3;

/**
 * An instance in its JSON form with each field changed in turn: lists and texts too short or too
 * long, numbers out of range or negated, foreign letters, and fields' values swapped.
 *
 * @param sizes the fields that set the size of the problem, which are raised by 5 as well
 */
export function* contradictionsOf(
  instance: JsonObject,
  sizes: readonly string[],
): Generator<Contradiction> {
  const original = stringifyJson(instance);
  for (const { change, parameter } of allChanges(instance, sizes)) {
    if (stringifyJson(parameter) !== original) yield { change, parameter };
  }
}

function* allChanges(instance: JsonObject, sizes: readonly string[]): Generator<Contradiction> {
  for (const field of sizes) {
    const size = instance[field];
    if (typeof size !== "number") continue;
    yield { change: `${field}: raise by 5`, parameter: { ...instance, [field]: size + 5 } };
  }
  for (const field of Object.keys(instance)) {
    yield* changesBelow(instance, [field], instance[field]);
  }
  yield* swaps(instance);
}

function* changesBelow(instance: JsonObject, path: Path, value: unknown): Generator<Contradiction> {
  for (const [name, changed] of changesOf(value)) {
    const parameter = withValue(instance, path, changed) as JsonObject;
    yield { change: `${path.join(".")}: ${name}`, parameter };
  }
  if (typeof value !== "object" || value === null) return;
  const keys = Array.isArray(value) ? endsOf(value) : Object.keys(value);
  for (const key of keys) {
    yield* changesBelow(instance, [...path, key], (value as JsonObject)[key]);
  }
}

function endsOf({ length }: readonly unknown[]): number[] {
  const indices = Array.from({ length }, (_, index) => index);
  return length <= SHORT ? indices : [0, length - 1];
}

/** A value changed in each way that its type allows, by what was done. */
function* changesOf(value: unknown): Generator<[string, unknown]> {
  if (Array.isArray(value) && value.length > 0) {
    yield ["drop the last element", value.slice(0, -1)];
    yield ["repeat the last element", [...value, value.at(-1)]];
  } else if (typeof value === "string" && value !== "") {
    yield ["truncate", value.slice(0, -1)];
    yield ["foreign letter", FOREIGN_LETTER + value.slice(1)];
  } else if (typeof value === "number") {
    yield ["become −1", -1];
    yield ["raise by 1000", value + 1000];
    yield ["become huge", Number.MAX_SAFE_INTEGER];
    yield ["negate", 0 - value];
  } else if (typeof value === "bigint") {
    yield ["become −1", -1];
    yield ["negate", -value];
  }
}

/** The instance with the values of two of its fields swapped, for each two. */
function* swaps(instance: JsonObject): Generator<Contradiction> {
  const fields = Object.keys(instance);
  for (const [index, one] of fields.entries()) {
    for (const other of fields.slice(index + 1)) {
      const parameter = { ...instance, [one]: instance[other], [other]: instance[one] };
      yield { change: `${one}: swap with ${other}`, parameter };
    }
  }
}

/** A copy of the value, sharing what is not on the path, with another value at its end. */
function withValue(value: unknown, [key, ...rest]: Path, changed: unknown): unknown {
  if (key === undefined) return changed;
  if (Array.isArray(value)) {
    const index = Number(key);
    return value.with(index, withValue(value[index], rest, changed));
  }
  const object = value as JsonObject;
  return { ...object, [key]: withValue(object[key], rest, changed) };
}
