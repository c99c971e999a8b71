/**
 * About how many bytes a value takes as JSON, counted no further than beyond `max`: the cost is
 * bounded whatever the value holds.
 */
export function measureSize(value: unknown, max: number): number {
  let bytes = 0;
  const count = (part: unknown): void => {
    if (bytes > max) return;
    if (typeof part === "string") bytes += part.length + 3;
    else if (typeof part === "bigint") bytes += part.toString(16).length + 1;
    else if (typeof part !== "object" || part === null) bytes += 6;
    else if (Array.isArray(part)) {
      bytes += 2;
      for (let index = 0; index < part.length && bytes <= max; index++) count(part[index]);
    } else {
      bytes += 2;
      for (const [key, field] of Object.entries(part)) {
        bytes += key.length + 4;
        count(field);
      }
    }
  };
  count(value);
  return bytes;
}
