import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findMisspelt, readConfig } from "../../src/config.ts";

const unit = readFileSync(
  new URL("../../deploy/systemd/rlve-gym.service", import.meta.url),
  "utf8",
);

/** What systemd has to say against a unit. */
function verify(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "rlve-gym-systemd-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "rlve-gym.service");
  // A program that is there.
  writeFileSync(file, text.replace("/usr/local/bin/rlve-gym", process.execPath));
  const { error, stderr } = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
  expect(error).toBeUndefined();
  return stderr
    .split("\n")
    .filter((line) => line.includes("rlve-gym"))
    .join("\n");
}

test("systemd has nothing against the unit, and would say if it had", () => {
  expect(verify(unit)).toBe("");
  expect(verify(unit.replace("KillMode=", "KillMod="))).toContain("KillMod");
});

test("the unit's settings are the server's, and it waits for the drain", () => {
  const [, variables = ""] = /^Environment=(.+)$/m.exec(unit) ?? [];
  const settings = Object.fromEntries(variables.split(" ").map((pair) => pair.split("=")));
  expect(findMisspelt(settings)).toEqual([]);
  const { drainTimeoutS, maxSessions, store } = readConfig(settings);
  expect(store).toBe(`file:/var/lib/${/^StateDirectory=(.+)$/m.exec(unit)?.[1]}`);
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(drainTimeoutS + 10);
  expect(Number(/^LimitNOFILE=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(2 * maxSessions);
});
