import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import {
  MAX_IGNORED_NAMED,
  MAX_ISSUES,
  MAX_MARKER_LENGTH,
  MESSAGE_BOUNDS,
} from "../../src/protocol/limits.ts";
import {
  MAX_UNSENT_BYTES,
  MAX_WAITING_REPLY_BYTES,
  MAX_WAITING_REQUEST_BYTES,
  toBacklogBounds,
} from "../../src/server/limits.ts";

const read = (page: string) => readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
const security = read("security.md");
const [, connection = ""] = read("protocol.md").split("\n## The life of a connection\n");
const [, limits = ""] = read("protocol.md").split("\n## Limits\n");

test("the pages tell the bounds of messages as they are enforced", () => {
  const { depth, values, keys, digitsOfNumber, digits } = MESSAGE_BOUNDS;
  for (const bound of [
    depth,
    values,
    keys,
    digitsOfNumber,
    digits,
    MAX_MARKER_LENGTH,
    MAX_ISSUES,
    MAX_IGNORED_NAMED,
  ]) {
    const told = bound.toLocaleString("en");
    expect(security).toContain(told);
    expect(limits).toContain(told);
  }
});

test("the page tells the bounds of connections as they are enforced", () => {
  for (const bytes of [
    MAX_WAITING_REPLY_BYTES,
    MAX_UNSENT_BYTES,
    MAX_WAITING_REQUEST_BYTES,
    ...Object.values(toBacklogBounds(readConfig({}).maxMessageBytes)),
  ]) {
    const told = `${bytes / 2 ** 20} MiB`;
    expect(security).toContain(told);
    expect(connection).toContain(told);
  }
});
