import type { Random } from "../../src/environments/toolkit/random/random.ts";

/** Bytes changed, left out, put in, repeated or cut off, in one to four places. */
export function mutateBytes(frame: Buffer, random: Random): Buffer {
  let bytes = frame;
  for (let changes = random.integer(1, 4); changes > 0; changes--) {
    const at = random.integer(0, Math.max(0, bytes.length - 1));
    const rest = random.integer(at, Math.min(bytes.length, at + 12));
    const byte = Buffer.of(random.integer(0, 255));
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    switch (random.integer(0, 5)) {
      case 0:
        bytes = Buffer.concat([before, byte, after.subarray(1)]);
        break;
      case 1:
        bytes = Buffer.concat([before, bytes.subarray(rest)]);
        break;
      case 2:
        bytes = Buffer.concat([before, byte, after]);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, rest), after]);
        break;
      case 4:
        bytes = before;
        break;
      default:
        bytes = Buffer.concat([before, Buffer.from(random.choice(PIECES)), after]);
    }
  }
  return bytes;
}

const PIECES = [
  "null",
  "-1",
  "[[",
  "]}",
  '"',
  "\\u0000",
  "1e999",
  "12345678901234567890",
  "\u{1f600}",
];

/** Changes one value somewhere in plain data. */
export function change(data: object, random: Random): void {
  let holder = data as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(holder);
    if (keys.length === 0) return;
    const key = random.choice(keys);
    const value = holder[key];
    if (typeof value === "object" && value !== null && random.integer(0, 3) > 0) {
      holder = value as Record<string, unknown>;
      continue;
    }
    if (Array.isArray(value) && random.integer(0, 1) === 0) resize(value, random);
    else holder[key] = replace(value, random);
    return;
  }
}

function resize(list: unknown[], random: Random): void {
  if (random.integer(0, 1) === 0) list.pop();
  else list.push(list.length === 0 ? 0 : list[random.integer(0, list.length - 1)]);
}

function replace(value: unknown, random: Random): unknown {
  if (typeof value === "number") {
    return random.choice([value + 1, value - 1, -value, 0, 1e6, 2 ** 53 - 1, value / 2, "1", null]);
  }
  if (typeof value === "string")
    return random.choice(["", `${value}${value}`, value.slice(1), "é", 3]);
  if (typeof value === "bigint") return random.choice([-value, value * value, 0, "x"]);
  return random.choice([[], {}, null, 0, "", [[1, 2], [3]], !value]);
}
