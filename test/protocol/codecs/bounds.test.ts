import fc from "fast-check";
import { Packr } from "msgpackr";
import { expect, test } from "vitest";
import { json } from "../../../src/protocol/codecs/json.ts";
import { encodeMessagePack, msgpack } from "../../../src/protocol/codecs/msgpack.ts";
import { MESSAGE_BOUNDS, UNBOUNDED } from "../../../src/protocol/limits.ts";

const { depth, values, keys, digits, digitsOfNumber } = MESSAGE_BOUNDS;

const toObject = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value]));

const nest = (levels: number): unknown => (levels === 0 ? 1 : [nest(levels - 1)]);

test.each([
  ["nesting", nest(depth), nest(depth + 1), `nested more than ${depth} deep`],
  ["values", Array(values - 1).fill(0), Array(values).fill(0), `more than ${values} values`],
  ["keys", toObject(keys, true), toObject(keys + 1, true), `more than ${keys} keys`],
] as const)("both encodings bound the %s of a message", (_what, most, tooMuch, message) => {
  for (const [codec, encode] of [
    [json, (value: unknown) => Buffer.from(JSON.stringify(value))],
    [msgpack, encodeMessagePack],
  ] as const) {
    expect(codec.decode(encode(most))).toEqual(most);
    expect(() => codec.decode(encode(tooMuch))).toThrow(message);
  }
  // What a server says that one has chosen oneself is not bounded.
  if (tooMuch !== undefined && message.startsWith("more")) {
    expect(msgpack.decode(encodeMessagePack(tooMuch), UNBOUNDED)).toEqual(tooMuch);
  }
});

test("JSON bounds the digits of a number, and of all long ones together", () => {
  const decode = (text: string) => json.decode(Buffer.from(text));
  const longest = "7".repeat(digitsOfNumber);
  expect(decode(longest)).toBe(BigInt(longest));
  const message = `a number of more than ${digitsOfNumber} digits`;
  for (const tooLong of [`${longest}7`, `0.${longest}`, `1e${longest}`]) {
    expect(() => decode(tooLong)).toThrow(message);
  }
  const many = Array(Math.floor(digits / digitsOfNumber)).fill(longest);
  expect(decode(`[${many}]`)).toHaveLength(many.length);
  expect(() => decode(`[${[...many, longest]}]`)).toThrow(`more than ${digits} digits`);
});

test("what is within strings counts as nothing", () => {
  const text = `${"[{".repeat(100)}\\"${"1,".repeat(30_000)}\\`;
  expect(json.decode(Buffer.from(JSON.stringify([text])))).toEqual([text]);
});

test.each([
  ["an array without its elements", "dd"],
  ["more elements than bytes", "ddffffffff"],
  ["more members than bytes", "dfffffffff"],
  ["a text of 4 GiB", "dbffffffff61"],
  ["a map without its member", "81"],
  ["nothing", ""],
  ["a stray byte", "c0c0"],
  ["the unused type", "c1"],
  ["an extension of one byte (a reference, a record)", "d4720101"],
  ["an extension of any length (a big integer)", "c7024201ff"],
  ["a timestamp", "d6ff00000000"],
  ["an integer as a key", "8101c0"],
  ["a binary as a key", "81c40161c0"],
  ["an array as a key", "8190c0"],
])("MessagePack: %s is refused", (_what, hex) => {
  expect(() => msgpack.decode(Buffer.from(hex, "hex"))).toThrow(SyntaxError);
});

test("MessagePack: binaries that are UTF-8 are texts, others stay binaries", () => {
  const bytes = Buffer.from([0xff, 0xfe]);
  const text = "é".repeat(300);
  for (const given of ["a", text, text.repeat(200)]) {
    const frame = new Packr({ useRecords: false }).pack([Buffer.from(given), bytes]);
    const before = Buffer.from(frame);
    expect(msgpack.decode(frame)).toEqual([given, bytes]);
    expect(frame).toEqual(before);
  }
});

test("MessagePack: whatever a plain encoder writes is read, whatever else comes is read or refused", () => {
  const plain = new Packr({ useRecords: false, variableMapSize: true });
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(msgpack.decode(plain.pack(value))).toEqual(plain.unpack(plain.pack(value)));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        msgpack.decode(Buffer.from(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }),
    { numRuns: 2000 },
  );
});
