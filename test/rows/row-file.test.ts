import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata } from "hyparquet";
import { afterAll, expect, test } from "vitest";
import { openRowFile } from "../../src/rows/row-file.ts";

const folder = await mkdtemp(join(tmpdir(), "rlve-gym-rows-"));
afterAll(() => rm(folder, { recursive: true }));

/** How many rows each group has of a Parquet file with these texts. */
function groupsOf(name: string, texts: readonly string[]): number[] {
  const path = join(folder, `${name}.parquet`);
  const file = openRowFile(path, { text: "text" });
  for (const text of texts) file.write([{ text }]);
  file.close();
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  const metadata = parquetMetadata(
    buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
  );
  return metadata.row_groups.map(({ num_rows }) => Number(num_rows));
}

test("what Parquet keeps in memory is bounded, by rows and by their texts", () => {
  const short = Array.from({ length: 6000 }, (_, index) => `text ${index}`);
  expect(groupsOf("short", short)).toEqual([2500, 2500, 1000]);
  const long = Array.from({ length: 5 }, (_, index) => String(index).repeat(2 ** 21));
  expect(groupsOf("long", long)).toEqual([2, 2, 1]);
});
