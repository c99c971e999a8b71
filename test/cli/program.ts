import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { builtProgram } from "../built.ts";

/* The built command line, as a process. */

const main = builtProgram("src/cli/main.ts");

/** Starts it; the process ends with the test at the latest. */
export function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, LOG_LEVEL: "info", ...env },
  });
  // A process that ends before it has read all its input is no failure of the test.
  child.stdin.on("error", () => {});
  onTestFinished(() => void child.kill("SIGKILL"));
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, exit };
}

/** Runs it to its end. */
export async function run(
  args: string[],
  { input = "", env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  const { child, exit } = start(args, env);
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { stdout, stderr, code, lines: stdout.trim().split("\n").filter(Boolean) };
}

/** Lines of JSON, parsed. */
export function parseLines(lines: readonly string[]) {
  return lines.map((line) => JSON.parse(line));
}
