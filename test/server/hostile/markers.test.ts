import { expect, test } from "vitest";
import { json } from "../../../src/protocol/codecs/json.ts";
import { beside, connect, send, serveVictim } from "./harness.ts";

const victim = serveVictim();

const verify = (outputs: readonly string[], start: string, end = "]") =>
  JSON.stringify({
    type: "verify",
    data: {
      problems: [{ environment: "Multiplication", difficulty: 0, seed: 0, outputs }],
      answer_markers: [start, end],
    },
  });

test.each([
  ["a^127 b a^128 in a^15,000,000", `${"a".repeat(127)}b${"a".repeat(128)}`, "a".repeat(15e6)],
  ["a b a^254 in a^15,000,000", `ab${"a".repeat(254)}`, "a".repeat(15e6)],
  ["bb (ab)^127 in (ab)^7,500,000", `bb${"ab".repeat(127)}`, "ab".repeat(7.5e6)],
  ["a^254 ba in (a^255 b)^58,000", `${"a".repeat(254)}ba`, `${"a".repeat(255)}b`.repeat(58_000)],
])("a marker of 256 characters, %s: found or not in linear time", async (_what, start, output) => {
  expect(start).toHaveLength(256);
  const attacker = await connect(victim().url);
  const answer = await beside(victim(), () => send(attacker, verify([output], start)));
  attacker.terminate();
  expect(json.decode(answer)).toMatchObject({ data: { results: [{ reward: [-1] }] } });
});

test("a longer marker is refused before anything is searched", async () => {
  const attacker = await connect(victim().url);
  const frame = verify(["a".repeat(8e5)], `${"a".repeat(4000)}b${"a".repeat(4000)}`);
  const answer = await beside(victim(), () => send(attacker, frame));
  attacker.terminate();
  expect(json.decode(answer)).toMatchObject({ type: "error", data: { code: "VALIDATION_ERROR" } });
});
