import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { builtProgram } from "../../built.ts";

test.skipIf(process.platform !== "linux")(
  "workers start again where the server's own directory is gone; a misspelt variable is a warning",
  async () => {
    const cwd = mkdtempSync(join(tmpdir(), "rlve-gym-gone-"));
    const child = spawn(process.execPath, [builtProgram("src/cli/main.ts"), "serve"], {
      cwd,
      env: {
        ...process.env,
        HOST: "127.0.0.1",
        PORT: "0",
        LOG_LEVEL: "WARN",
        RLVEGYM_EXPOSE_ANSWER: "true",
      },
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    let log = "";
    child.stderr.on("data", (part) => {
      log += part;
    });
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    const url = line.slice(line.indexOf("http"));
    const reset = async (seed: number) => {
      const response = await fetch(`${url}/reset`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ environment: "Sorting", difficulty: 3, seed }),
      });
      return (await response.json()) as { observation: { success: boolean } };
    };
    expect((await reset(1)).observation.success).toBe(true);
    rmdirSync(cwd);
    const workers = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8");
    for (const worker of workers.split(" ").filter(Boolean))
      process.kill(Number(worker), "SIGKILL");
    expect((await reset(2)).observation.success).toBe(true);
    const warnings = log
      .trimEnd()
      .split("\n")
      .map((entry) => JSON.parse(entry));
    expect(warnings).toContainEqual(
      expect.objectContaining({
        variable: "RLVEGYM_EXPOSE_ANSWER",
        nearest: "RLVEGYM_EXPOSE_ANSWERS",
      }),
    );
  },
);
