import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../../src/config.ts";
import { parseAddress } from "../../../src/curriculum/redis/address.ts";
import { StoreError } from "../../../src/curriculum/store.ts";

describe("the address of a Redis", () => {
  test("has defaults", () => {
    expect(parseAddress("redis://cache")).toEqual({
      host: "cache",
      port: 6379,
      isSecure: false,
      username: undefined,
      password: undefined,
      database: 0,
      prefix: "rlve-gym:",
      title: "redis://cache:6379",
    });
  });

  test("may have credentials, a port, a database, a prefix, and TLS", () => {
    expect(parseAddress("rediss://me:p%40ss@[::1]:7000/3?prefix=run-7:")).toEqual({
      host: "::1",
      port: 7000,
      isSecure: true,
      username: "me",
      password: "p@ss",
      database: 3,
      prefix: "run-7:",
      title: "rediss://[::1]:7000/3",
    });
  });

  test.each([
    ["redis://:hush@", /must be/],
    ["redis://me:hush@host:port", /must be/],
    ["redis://me:hush@host/main", /number of a database/],
    ["redis://me:hush@host?prefixes=a", /takes a prefix, but no prefixes/],
    ["redis://me:hush%@host", /percent-encoded/],
  ])("%s is refused, without telling the password", (text, message) => {
    const parse = () => parseAddress(text);
    expect(parse).toThrow(StoreError);
    expect(parse).toThrow(message);
    expect(parse).not.toThrow(/hush/);
  });
});

test("a setting that is none tells no password", () => {
  const read = () => readConfig({ RLVEGYM_STORE: "redis:/me:hush@host" });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/RLVEGYM_STORE.*redis:\/\/HOST:PORT/);
  expect(read).not.toThrow(/hush/);
});
