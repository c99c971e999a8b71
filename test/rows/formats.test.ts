import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, expect, test } from "vitest";
import { findProblemId } from "../../src/rows/find-problem-id.ts";
import { formats } from "../../src/rows/formats.ts";
import { parseLines, run } from "../cli/program.ts";

const folder = await mkdtemp(join(tmpdir(), "rlve-gym-rows-"));
afterAll(() => rm(folder, { recursive: true }));

/** Instances with integers beyond 2^53 among them. */
const DRAWN = "--environments Sorting,Multiplication --levels 0-1,9 --count 24 --answers".split(
  " ",
);

const RIGHT = { reward: 1, accuracy: 1, format_score: 1 };

async function answersById(): Promise<Map<string, string>> {
  const { lines } = await run(["export", "--format", "plain", ...DRAWN]);
  return new Map(parseLines(lines).map((row) => [row.problem_id, row.reference_answer]));
}

function readParquet(file: string) {
  const bytes = readFileSync(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return parquetReadObjects({ file: buffer as ArrayBuffer });
}

/** As JSON has it: integers of Parquet are bigints. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? Number(part) : part));
}

for (const format of Object.keys(formats)) {
  const file = join(folder, `${format}.parquet`);

  test(`${format}: rows are verified as they are, from JSON lines and Parquet`, async () => {
    const args = ["export", "--format", format, ...DRAWN];
    const answers = await answersById();
    const lines = parseLines((await run(args)).lines);
    expect((await run([...args, "-o", file])).code).toBe(0);
    const rows = await readParquet(file);
    expect(rows.map((row) => row.problem_id)).toEqual(lines.map((row) => row.problem_id));
    expect([...answers.keys()]).toEqual(lines.map((row) => row.problem_id));
    const input = [...lines, ...rows]
      .map((row) => toJson({ ...row, output: `<answer>${answers.get(row.problem_id)}</answer>` }))
      .join("\n");
    const verified = parseLines((await run(["verify"], { input })).lines);
    expect(verified).toHaveLength(48);
    for (const result of verified) expect(result).toMatchObject(RIGHT);
  });

  test(`${format}: the columns of a row are those that the format says, in order`, async () => {
    const args = ["export", "--format", format, ...DRAWN];
    const { columns, goldColumns } = formats[format as keyof typeof formats];
    const [row] = parseLines((await run(args)).lines);
    expect(Object.keys(row)).toEqual(Object.keys({ ...columns, ...goldColumns }));
  });

  if (format === "rlve") continue;

  test(`${format}: gold is not there unless asked for`, async () => {
    const { lines } = await run(["export", "--format", format, ...DRAWN.slice(0, -1)]);
    expect(lines.join()).not.toMatch(/gold|reference_answer|"config"/);
    expect(lines).toHaveLength(24);
  });
}

test("a row without its column problem_id is found where the format keeps the id", async () => {
  const keepers = ["verifiers", "verl", "skyrl", "openrlhf", "reasoning-gym"];
  for (const format of keepers) {
    const { lines } = await run(["export", "--format", format, ...DRAWN]);
    const [{ problem_id, ...row }] = parseLines(lines);
    expect(findProblemId(row)).toBe(problem_id);
    const input = JSON.stringify({ ...row, output: "none" });
    expect(parseLines((await run(["verify"], { input })).lines)[0].reward).toBe(-1);
  }
  expect(findProblemId({ label: "a text", info: null, metadata: 3 })).toBeNull();
});

test("a config is verified as the text that Parquet has in its place", async () => {
  const file = join(folder, "configs.parquet");
  await run(["export", "--format", "rlve", ...DRAWN, "-o", file]);
  const rows = await readParquet(file);
  const answers = await answersById();
  const input = rows
    .map(({ problem_id, environment, config }) =>
      JSON.stringify({
        environment,
        config,
        output: `<answer>${answers.get(problem_id)}</answer>`,
      }),
    )
    .concat(JSON.stringify({ environment: "Sorting", config: "{", output: "" }))
    .join("\n");
  const verified = parseLines((await run(["verify"], { input })).lines);
  for (const result of verified.slice(0, -1)) expect(result).toMatchObject(RIGHT);
  expect(verified[rows.length].error.message).toBe("config must be an object");
});
