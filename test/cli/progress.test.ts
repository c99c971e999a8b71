import { expect, test } from "vitest";
import { showProgress } from "../../src/cli/progress.ts";

test("progress replaces its line on a terminal, and is silent elsewhere", () => {
  const shown = (isTTY?: boolean) => {
    const written: string[] = [];
    const stream = { isTTY, write: (text: string) => written.push(text) };
    for (const text of ["1 of 2", ""]) showProgress(text, stream as never);
    return written.join("");
  };
  expect(shown(true)).toBe("\r\u001b[K1 of 2\r\u001b[K");
  expect(shown()).toBe("");
});
