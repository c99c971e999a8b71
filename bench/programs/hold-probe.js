import { readFileSync } from "node:fs";

/*
 * Loaded into a server before its program: tells over IPC, when it is asked, the longest stretch of
 * processor time that the main thread spent between two turns of this timer. Unlike a wait by the
 * clock, it says what the server did, and not what a busy machine kept from it (Linux).
 */

if (process.argv.includes("serve") && process.platform === "linux") {
  const path = `/proc/self/task/${process.pid}/schedstat`;
  const cpuMs = () => Number(readFileSync(path, "utf8").split(" ")[0]) / 1e6;
  let before = cpuMs();
  let worstMs = 0;
  setInterval(() => {
    const now = cpuMs();
    worstMs = Math.max(worstMs, now - before);
    before = now;
  }, 1).unref();
  process.on("message", () => {
    process.send?.({ worstMs });
    worstMs = 0;
  });
  process.channel?.unref();
}
