/**
 * Has a schema made once for the same arguments: hundreds of fields share a few dozen schemas, and
 * each takes zod tens of microseconds of the time in which the server and its workers start.
 * @param make a pure function, whose schema nobody changes
 */
export function once<Arguments extends readonly (string | number | bigint | undefined)[], Schema>(
  make: (...args: Arguments) => Schema,
): (...args: Arguments) => Schema {
  const made = new Map<string, Schema>();
  return (...args) => {
    const key = args.join("\n");
    let schema = made.get(key);
    if (schema === undefined) {
      schema = make(...args);
      made.set(key, schema);
    }
    return schema;
  };
}
