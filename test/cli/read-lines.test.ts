import { expect, test } from "vitest";
import { readLines } from "../../src/cli/read-lines.ts";

async function read(text: string, size: number): Promise<string[]> {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let start = 0; start < bytes.length; start += size)
      yield bytes.subarray(start, start + size);
  }
  const lines: string[] = [];
  for await (const some of readLines(chunks())) lines.push(...some);
  return lines;
}

test.each([1, 2, 3, 1000])("lines end at line feeds only, in chunks of %d bytes", async (size) => {
  const text = "\ufeffa\r\n\n\u2028é\u2029🧩\u0085\r \n\nlast";
  expect(await read(text, size)).toEqual(["a", "", "\u2028é\u2029🧩\u0085\r ", "", "last"]);
  expect(await read("a\n", size)).toEqual(["a", ""]);
});
