import { expect, test } from "vitest";
import { generateProblem } from "../../src/index.ts";
import { SPLITS } from "../../src/problems/split.ts";
import { parseLines, run, start } from "./program.ts";

const SAMPLE = "sample --environment Sorting --difficulty 2 --seed 5 --count 3".split(" ");

/** A problem's id, of whatever version. */
const { id: ID } = generateProblem({ environment: "Sorting", difficulty: 0, seed: 0 });

const RIGHT = { reward: 1, accuracy: 1, format_score: 1 };
const MALFORMED = { reward: -1, accuracy: 0, format_score: 0 };

function toInput(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

test("sample gives out neither configs nor answers unless asked", async () => {
  const problems = parseLines((await run(SAMPLE)).lines);
  expect(problems).toEqual(
    [5, 6, 7].map((seed) => {
      const reference = { environment: "Sorting", difficulty: 2, seed };
      const { id, prompt } = generateProblem(reference);
      return { problem_id: id, ...reference, problem_input: prompt };
    }),
  );
  const [first] = parseLines((await run([...SAMPLE, "--answers"])).lines);
  expect(first).toMatchObject({
    ...problems[0],
    config: { seed: 5, parameter: { N: 5 } },
    reference_answer: expect.stringMatching(/^\d+( \d+){4}$/),
  });
});

test("sample passes over problems of the other split and goes on behind each that it finds", async () => {
  const all = Array.from({ length: 200 }, (_, seed) =>
    generateProblem({ environment: "Sorting", difficulty: 2, seed }),
  );
  const drawn = await Promise.all(
    SPLITS.map(async (split) => {
      const args = ["--seed", "9", "--count", "8", "--split", split];
      const problems = parseLines((await run([...SAMPLE.slice(0, 5), ...args, "--answers"])).lines);
      const expected = all.filter(({ seed }) => seed !== null && seed >= 9);
      const found = expected.filter((problem) => problem.split === split).slice(0, 8);
      expect(problems).toMatchObject(
        found.map(({ id, seed, prompt }) => ({
          problem_id: id,
          seed,
          split,
          problem_input: prompt,
          config: { seed },
        })),
      );
      return problems;
    }),
  );
  const input = drawn.flat().map(({ reference_answer, ...problem }) => ({
    ...problem,
    output: `<answer>${reference_answer}</answer>`,
  }));
  const { lines, code } = await run(["verify"], { input: toInput(input) });
  expect(parseLines(lines)).toEqual(input.map(({ problem_id }) => ({ problem_id, ...RIGHT })));
  expect(code).toBe(0);
});

test("a level without a problem of the split is said, with exit code 1", async () => {
  const level = ["--environment", "BitAndZero_PathCounting", "--difficulty", "0"];
  const { stdout, stderr, code } = await run(["sample", ...level, "--split", "test"]);
  expect({ stdout, stderr, code }).toEqual({
    stdout: "",
    stderr:
      "rlve-gym: BitAndZero_PathCounting has no problem of test at difficulty 0 among the 64 seeds from 0 on.\n",
    code: 1,
  });
});

test("verify takes what sample writes with output or outputs added", async () => {
  const problems = parseLines((await run([...SAMPLE, "--answers"])).lines);
  const input = problems.flatMap((problem) => {
    const answer = `<answer>${problem.reference_answer}</answer>`;
    return [
      { ...problem, output: answer },
      { ...problem, outputs: [answer, "?"] },
      { ...problem, outputs: [] },
    ];
  });
  const { lines, code, stderr } = await run(["verify"], { input: toInput(input) });
  expect(parseLines(lines)).toEqual(
    problems.flatMap(({ problem_id }) => [
      { problem_id, ...RIGHT },
      { problem_id, reward: [1, -1], accuracy: [1, 0], format_score: [1, 0] },
      { problem_id, reward: [], accuracy: [], format_score: [] },
    ]),
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("problems are named by id, by reference, or by config with markers of the line's own", async () => {
  const [problem] = parseLines((await run([...SAMPLE, "--answers"])).lines);
  const { environment, difficulty, seed, config, reference_answer } = problem;
  const input = [
    { environment, difficulty, seed, output: `<answer>${reference_answer}</answer>` },
    { environment, config, output: `[[${reference_answer}]]`, answer_markers: ["[[", "]]"] },
    { environment, config, output: "?" },
  ];
  const { lines } = await run(["verify"], { input: toInput(input) });
  expect(parseLines(lines)).toEqual([RIGHT, RIGHT, MALFORMED]);
});

test("results can be joined: id, problem_id and the keys of --keep come back, of failed lines too", async () => {
  const { lines } = await run(["verify", "--keep", "group,model", "--keep", "output"], {
    input: `{"problem_id":"${ID}","output":"?","id":90071992547409931234,"group":[1],"other":2}
{"id":"b","model":"m"}`,
  });
  expect(lines[0]).toContain('"id":90071992547409931234,');
  expect(parseLines(lines)).toMatchObject([
    { problem_id: ID, group: [1], output: "?", ...MALFORMED },
    { id: "b", model: "m", error: { code: "VALIDATION_ERROR" } },
  ]);
  expect(parseLines(lines)[0]).not.toHaveProperty("other");
});

test("separators of Unicode in a line do not end it", async () => {
  const output = "<answer>1\u20282\u20293</answer>\u0085\u000b";
  const { lines } = await run(["verify", "--explain"], {
    input: toInput([{ problem_id: ID, output }]).repeat(2),
  });
  expect(lines).toHaveLength(2);
  // They are blanks of JavaScript, so there are three integers.
  expect(JSON.parse(lines[0]).reason).not.toMatch(/instead of 3/);
});

test("every line is answered in order; failures are told in plain words, counted, and end with 1", async () => {
  const input = [
    "",
    `{"problem_id":"${ID}","output":"<answer>1</answer>"}`,
    "{",
    "[]",
    '{"problem_id":"Sortng@1/0/0","output":""}',
    '{"output":""}',
    `{"problem_id":"${ID}"}`,
    `{"problem_id":"${ID}","output":"","outputs":[]}`,
    `{"problem_id":"${ID}","output":5}`,
    `{"problem_id":"${ID}","output":"","seed":7}`,
    `{"problem_id":"${ID}","output":"","config":{"parameter":null}}`,
    '{"environment":"Sorting","output":"","config":{"parameter":{"N":"3"}}}',
    '{"environment":"Sorting","output":"","config":{}}',
    '{"environment":"Sorting","difficulty":-1,"seed":0,"output":""}',
    '{"problem_id":1,"output":"","answer_markers":["a"]}',
  ].join("\n");
  const told = (message: string | RegExp, code = "VALIDATION_ERROR") => ({
    error: { code, message: expect.stringMatching(message) },
  });
  const verified = await run(["verify", "--explain"], { input });
  expect(parseLines(verified.lines)).toMatchObject([
    { reward: -0.5, reason: "1 integer instead of 3" },
    told(/^The line is not JSON: .*position 1$/, "INVALID_JSON"),
    told(/^The line is not a JSON object\.$/),
    told(/Did you mean 'Sorting'\?$/),
    told(/missing: environment, difficulty, seed\.$/),
    told(/^output \(or outputs, a list\) is missing$/),
    told(/^Give output or outputs, not both\.$/),
    told(/^output must be a text$/),
    told(/^seed is 7, but that of problem_id is 0\.$/),
    MALFORMED,
    told(/^The config is not an instance of Sorting: parameter\.N: must be a number$/),
    told(/^config\.parameter is missing$/),
    told(/^difficulty must be at least 0$/),
    told(/^problem_id must be a text$/),
  ]);
  expect(verified.stderr).toMatch(
    /^rlve-gym: 12 of 14 lines failed, first line 3: The line is not JSON: .*\n$/,
  );
  expect(verified.code).toBe(1);

  const keptGoing = await run(["verify", "--explain", "--keep-going"], { input });
  expect(keptGoing).toEqual({ ...verified, code: 0 });
});

test("what takes longer than --timeout fails: a sample as a whole, verify for that line", async () => {
  const difficulty = 4_000_000_000;
  const timeout = ["--timeout", "0.2"];
  const sample = ["sample", "--environment", "Sorting", "--difficulty", String(difficulty)];
  const sampled = await run([...sample, ...timeout]);
  expect(sampled).toMatchObject({ code: 1, stdout: "" });
  expect(sampled.stderr).toBe(
    `rlve-gym: Drawing Sorting (difficulty ${difficulty}, seed 0) takes longer than the 0.2 s of --timeout\n`,
  );
  const long = { id: 1, environment: "Sorting", difficulty, seed: 0, output: "" };
  const { lines, code } = await run(["verify", ...timeout], {
    input: toInput([long, { problem_id: ID, output: "" }]),
  });
  expect(parseLines(lines)).toMatchObject([
    { id: 1, error: { message: "The line takes longer than the 0.2 s of --timeout." } },
    MALFORMED,
  ]);
  expect(code).toBe(1);
});

test("verify takes constant memory: it reads no faster than its results are taken", async () => {
  const { child } = start(["verify"]);
  const line = `${JSON.stringify({ problem_id: ID, output: "x".repeat(1000) })}\n`;
  let accepted = 0;
  // Nobody reads the results: after some buffers the process must stop taking input.
  await new Promise<void>((resolve) => {
    const write = () => {
      while (child.stdin.write(line.repeat(100))) accepted += 100;
      accepted += 100;
      const stuck = setTimeout(resolve, 2_000);
      child.stdin.once("drain", () => {
        clearTimeout(stuck);
        if (accepted < 500_000) write();
        else resolve();
      });
    };
    write();
  });
  expect(accepted).toBeLessThan(100_000);
});

test("outputs are read as --reading says, or the line itself", async () => {
  const [{ problem_id, reference_answer }] = parseLines(
    (await run([...SAMPLE, "--answers"])).lines,
  );
  const output = `<think><answer>1</answer></think><answer>**${reference_answer}**</answer>`;
  const input = toInput([
    { problem_id, output },
    { problem_id, output, reading: {} },
    { problem_id, output, reading: { innermost: true } },
  ]);
  const { lines } = await run(["verify", "--explain", "--reading", "think,lenient"], { input });
  expect(parseLines(lines)).toEqual([
    {
      problem_id,
      ...RIGHT,
      reason: null,
      reading: `read '${reference_answer}' (lenient: without bold)`,
    },
    { problem_id, ...MALFORMED, reason: expect.any(String) },
    { problem_id, ...MALFORMED, reason: expect.any(String), reading: null },
  ]);
  const { code, stderr } = await run(["verify", "--reading", "kindly"], { input });
  expect(code).toBe(2);
  expect(stderr).toContain("--reading");
});
