import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { serveVictim } from "../server/hostile/harness.ts";

const program = fileURLToPath(new URL("../../deploy/healthcheck", import.meta.url));
const server = serveVictim();

const check = (variables: Record<string, string>) =>
  spawnSync(program, { env: { PATH: process.env.PATH, ...variables } }).status;

test("the image's health check follows HOST and PORT", () => {
  const { port } = new URL(server().httpUrl);
  expect(check({ HOST: "127.0.0.1", PORT: port })).toBe(0);
  expect(check({ HOST: "0.0.0.0", PORT: port })).toBe(0);
  expect(check({ HOST: "::", PORT: port })).not.toBe(0);
  expect(check({ HOST: "127.0.0.1", PORT: "1" })).not.toBe(0);
});
