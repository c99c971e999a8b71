import fc from "fast-check";
import { Packr } from "msgpackr";
import { expect, test } from "vitest";
import { json } from "../../../src/protocol/codecs/json.ts";
import { parseJson, stringifyJson } from "../../../src/protocol/codecs/lossless.ts";
import { encodeMessagePack, msgpack } from "../../../src/protocol/codecs/msgpack.ts";
import type { ObservationReply, Reply } from "../../../src/protocol/messages.ts";

const metadata = {
  problem_id: "Sorting@2/0/5",
  environment: "Sorting",
  difficulty: 0,
  seed: 2 ** 40,
  parameters: { N: 3, big: 2n ** 61n },
};

const step: ObservationReply = {
  type: "observation",
  data: {
    observation: {
      problem_input: 'Sort "3, 1, 2" – é𝟙',
      verifier_result: { reward: 0.25, accuracy: 0, format_score: 1 },
      success: true,
      message: "The output was verified.",
      metadata,
    },
    reward: 0.25,
    done: true,
    metadata,
  },
};

const replies: Reply[] = [
  step,
  { ...step, id: 7 },
  { ...step, id: 'a"b' },
  { ...step, id: 2 ** 45 },
  {
    ...step,
    data: { ...step.data, observation: { ...step.data.observation, problem_input: null } },
  },
  { type: "error", data: { message: "no", code: "VALIDATION_ERROR" }, id: 1 },
  {
    type: "verified",
    data: {
      results: [{ reward: [1, 0.5, null], accuracy: [1, 0, null], format_score: [1, 1, null] }],
    },
  },
];

test.each([json, msgpack])("$name: replies come out as they went in", (codec) => {
  for (const reply of [...replies, ...replies]) {
    expect(codec.decode(Buffer.from(codec.encode(reply)))).toEqual(reply);
  }
});

test("the observation fast paths write what a plain encoder writes", () => {
  for (const reply of replies) {
    expect(json.encode(reply)).toBe(stringifyJson(reply));
    expect(msgpack.encode(reply)).toEqual(encodeMessagePack(reply));
  }
});

test.each([json, msgpack])("$name: joined replies are one array", (codec) => {
  const joined = (codec.join as (parts: (string | Buffer)[]) => string | Buffer)(
    replies.map((reply) => codec.encode(reply)),
  );
  expect(codec.decode(Buffer.from(joined))).toEqual(replies);
});

test("MessagePack writes large integers as integers, and those beyond 64 bits as digits", () => {
  const plain = new Packr({ useRecords: false, int64AsType: "bigint" });
  const write = (value: unknown) => plain.unpack(encodeMessagePack(value));
  expect(write([2 ** 32, -(2 ** 40), 2n ** 62n, 5n])).toEqual([
    2n ** 32n,
    -(2n ** 40n),
    2n ** 62n,
    5n,
  ]);
  expect(write(10n ** 30n)).toBe("1000000000000000000000000000000");
  expect(write([0.5, 3, -3])).toEqual([0.5, 3, -3]);
});

test("JSON keeps integers of any size", () => {
  const text =
    '{"a":12345678901234567890,"b":[1,-9007199254740993],"c":1.5,"d":"99999999999999999999"}';
  expect(parseJson(text)).toEqual({
    a: 12345678901234567890n,
    b: [1, -9007199254740993n],
    c: 1.5,
    d: "99999999999999999999",
  });
  expect(stringifyJson(parseJson(text))).toBe(text);
});

test("integers beyond the range of doubles are kept, too; numbers of other forms stay numbers", () => {
  const digits = `1${"0".repeat(400)}`;
  expect(parseJson(`[${digits}, 1e400, 1e20, -0.5]`)).toEqual([
    BigInt(digits),
    Infinity,
    1e20,
    -0.5,
  ]);
});

test("long integers among much else, beside strings that look like them", () => {
  const filler = "x".repeat(20_000);
  const text = `{"a":[${"9".repeat(30)},-${"8".repeat(20)}],"b":"\\"${"7".repeat(20)}\\\\","c":"${filler}"}`;
  expect(parseJson(text)).toEqual({
    a: [BigInt("9".repeat(30)), -BigInt("8".repeat(20))],
    b: `"${"7".repeat(20)}\\`,
    c: filler,
  });
  for (const wrong of [
    "[012345678901234567]",
    "{12345678901234567890:1}",
    "[1234567890123456789x]",
  ]) {
    expect(() => parseJson(wrong)).toThrow(SyntaxError);
  }
});

test("any JSON value is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.boolean(), (value, isLong) => {
      const text = JSON.stringify(isLong ? [value, " ".repeat(20_000)] : value);
      expect(JSON.parse(stringifyJson(parseJson(text)))).toEqual(JSON.parse(text));
    }),
  );
});

test("text that is nested too deeply is refused, not overflowed", () => {
  for (const depth of [65, 1_000, 100_000, 1_000_000]) {
    expect(() => parseJson("[".repeat(depth) + "]".repeat(depth))).toThrow(SyntaxError);
  }
  expect(() => msgpack.decode(Buffer.alloc(1_000_000, 0x91))).toThrow();
});
