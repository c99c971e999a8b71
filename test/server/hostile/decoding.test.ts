import { Packr } from "msgpackr";
import { expect, test } from "vitest";
import { json } from "../../../src/protocol/codecs/json.ts";
import { msgpack } from "../../../src/protocol/codecs/msgpack.ts";
import type { Reply } from "../../../src/protocol/messages.ts";
import { beside, connect, send, serveVictim } from "./harness.ts";

const victim = serveVictim();

/** A matrix whose rows are all references, in msgpackr's way, to its first one. */
function sharedRows(length: number, count: number): Buffer {
  const row = Array(length).fill(1);
  const parameter = { N: 3, equations: Array(count).fill(row) };
  const data = { environment: "GaussianElimination", config: { parameter } };
  return new Packr({ structuredClone: true, useRecords: false }).pack({ type: "reset", data });
}

function bigInteger(bytes: number): Buffer {
  const header = Buffer.from("c90000000042", "hex");
  header.writeUInt32BE(bytes, 1);
  return Buffer.concat([header, Buffer.alloc(bytes, 0x7f)]);
}

function largeArray(length: number, tail: string): Buffer {
  const header = Buffer.from("dd00000000", "hex");
  header.writeUInt32BE(length, 1);
  return Buffer.concat([header, Buffer.alloc(length, 0x01), Buffer.from(tail, "hex")]);
}

const text = (size: number, part: string) => part.repeat(Math.floor(size / part.length));
const reset = (config: string) =>
  `{"type":"reset","data":{"environment":"Sorting","config":{"parameter":${config}}}}`;

const frames: [string, () => string | Buffer][] = [
  ["MessagePack: 14,000 references to one row", () => sharedRows(2000, 14_000)],
  ["MessagePack: the big-integer extension", () => bigInteger(2 ** 20)],
  ["MessagePack: 15 MiB of array before a stray byte", () => largeArray(15 * 2 ** 20, "c1")],
  ["MessagePack: 15 MiB of array", () => largeArray(15 * 2 ** 20, "")],
  ["JSON: 15 MB of empty objects", () => `[${text(15e6, "{},")}1]`],
  ["JSON: 15 MB of nested arrays", () => `[${text(15e6, "[[[[[[1]]]]]],")}1]`],
  [
    "JSON: 1.2 million unknown keys",
    () => `{"type":"reset","data":{${Array.from({ length: 1.2e6 }, (_, i) => `"k${i}":1`)}}}`,
  ],
  [
    "JSON: 155 integers of 100,000 digits",
    () => reset(`[${text(15.5e6, `${"7".repeat(1e5)},`)}1]`),
  ],
];

test.each(frames)("%s: refused at once", async (_what, makeFrame) => {
  const frame = makeFrame();
  const attacker = await connect(victim().url);
  const answer = await beside(victim(), () => send(attacker, frame));
  attacker.terminate();
  const reply = (typeof frame === "string" ? json : msgpack).decode(answer) as Reply;
  expect(reply).toMatchObject({ type: "error", data: { code: "INVALID_JSON" } });
});

test.each([
  ["a million digits", 1e6],
  ["15 million digits", 15e6],
])("a config's integer as a text of %s: refused at once", async (_what, digits) => {
  const parameter = `{"digit_num":3,"a":"${"7".repeat(digits)}","b":1,"prompt_template":0}`;
  const frame = `{"type":"reset","data":{"environment":"Multiplication","config":{"parameter":${parameter}}}}`;
  const attacker = await connect(victim().url);
  const reply = json.decode(await beside(victim(), () => send(attacker, frame)));
  attacker.terminate();
  expect(reply).toMatchObject({ type: "error", data: { code: "VALIDATION_ERROR" } });
});

test("one long integer in 15 MB of JSON costs no more than a short one", async () => {
  const output = text(15e6, "1 ");
  const frame = `{"type":"step","id":12345678901234567890,"data":{"output":"${output}"}}`;
  const attacker = await connect(victim().url);
  const reply = json.decode(await beside(victim(), () => send(attacker, frame)));
  attacker.terminate();
  expect(reply).toMatchObject({ type: "observation", id: 12345678901234567890n });
});

test.each(["/verify", "/reset", "/mcp"])("HTTP: %s bounds what its body holds", async (path) => {
  const body = `{"x":[${text(15e6, "{},")}1]}`;
  const response = await beside(victim(), () =>
    fetch(`${victim().httpUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    }),
  );
  expect(await response.text()).toContain("more than 524288 values");
});
