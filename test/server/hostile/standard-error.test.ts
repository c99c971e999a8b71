import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { builtProgram } from "../../built.ts";

/** Logs four megabytes, says so on standard output, and logs on when standard input ends. */
const TALKER = `
import { createLog } from ${JSON.stringify(pathToFileURL(builtProgram("src/log.ts")).href)};
const log = createLog("info");
for (let count = 0; count < 4000; count++) log.info("x".repeat(1000));
process.stdout.write("written");
process.stdin.resume().on("end", () => log.info("read again"));
`;

test("a log that nobody reads holds up nothing, and says what was dropped as soon as it is read", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", TALKER]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const [written] = await once(child.stdout, "data");
  expect(written.toString()).toBe("written");
  let text = "";
  child.stderr.on("data", (part) => {
    text += part;
    if (text.includes(`"dropped":`)) child.stdin.end();
  });
  await once(child, "close");
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { msg: string; dropped?: number });
  const dropped = lines.find((line) => line.dropped !== undefined)?.dropped ?? 0;
  expect(dropped).toBeGreaterThan(1000);
  expect(lines.filter(({ msg }) => msg.startsWith("x"))).toHaveLength(4000 - dropped);
  expect(lines.at(-1)?.msg).toBe("read again");
});
