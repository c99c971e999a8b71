import type { z } from "zod";

/**
 * The schema of an instance: the parameters with all their refinements, and further fields. It is
 * the one way in which parameters are extended; checks of the whole instance are added with
 * `.check(…)`, and stop at the first that fails.
 */
export function instanceOf<Shape extends z.ZodRawShape, Fields extends z.ZodRawShape>(
  parameters: z.ZodObject<Shape>,
  fields: Fields,
): z.ZodObject<z.core.util.Extend<Shape, Fields>> {
  // The method's own type compares the two shapes field by field, which only concrete ones allow.
  return parameters.safeExtend(fields as never) as never;
}

/** A field whose value is a `Value`, among others. */
export type Having<Field extends string, Value> = { readonly [Name in Field]: Value };

/** A check of a whole instance. */
export type Check<Instance> = (payload: z.core.ParsePayload<Instance>) => void;

/**
 * The size of something: a number, the field of the instance that holds it, or a function of the
 * instance's number fields.
 */
export type Size = number | string | ((fields: Readonly<Record<string, number>>) => number);

/** The size for an instance. */
export function sizeOf(size: Size, instance: object): number {
  if (typeof size === "number") return size;
  const fields = instance as Readonly<Record<string, number>>;
  return typeof size === "function" ? size(fields) : fields[size];
}

/** Refuses the value at a path, with a message that goes on "<path>: …". */
export function refuse(
  payload: z.core.ParsePayload,
  path: readonly PropertyKey[],
  message: string,
): void {
  payload.issues.push({ code: "custom", path: [...path], message, input: payload.value });
}

/**
 * A check that is made only where no fault has been found yet, so that it may rely on every field:
 * zod goes on to whole instances even where a number is beyond its bounds.
 */
export function ofSound<Instance>(check: Check<Instance>): Check<Instance> {
  return (payload) => {
    if (payload.issues.length === 0) check(payload);
  };
}

/** A check of its own: the field is refused with the message unless the predicate holds. */
export function holds<Instance extends object>(
  field: keyof Instance & string,
  predicate: (instance: Instance) => boolean,
  message: string | ((instance: Instance) => string),
): Check<Instance> {
  return ofSound((payload) => {
    if (predicate(payload.value)) return;
    refuse(payload, [field], typeof message === "string" ? message : message(payload.value));
  });
}
