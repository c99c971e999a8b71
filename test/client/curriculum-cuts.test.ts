import { test } from "vitest";
import { startTestServer } from "../server/harness.ts";
import { playThroughCuts } from "./curriculum-cuts.ts";

test("a thousand cuts at random bytes: what was answered counts once", async () => {
  await playThroughCuts(await startTestServer());
});
