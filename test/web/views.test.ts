import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startTestServer } from "../server/harness.ts";
import { openTab, useBrowser } from "./browser.ts";

useBrowser();

test("the gallery is searched, filtered, and leads to an environment and its problems", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab();
  await page.goto(`${httpUrl}/web`);
  await page.getByText(/^400 of 400$/).waitFor();
  await page.getByLabel("Family").selectOption("sorting");
  await page.getByLabel("Search").fill("sort");
  await page.locator(`a[href="#/environment/Sorting"]`).click();
  await page.getByLabel("Level", { exact: true }).fill("2");
  await page.getByLabel("Level", { exact: true }).press("Tab");
  await page.getByText(/^Sorting@\d+\/2\/0$/).waitFor();
  await page.getByRole("link", { name: "Play this problem" }).click();
  await page.waitForURL(/#\/problem\/Sorting@\d+\/2\/0$/);
});

test("a problem is played to a right answer by keyboard alone", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab();
  await page.goto(`${httpUrl}/web#/problem/Sorting`);
  const prompt = await page.getByRole("region", { name: "Prompt" }).textContent();
  const sorted = (prompt?.split("\n")[1] ?? "")
    .split(" ")
    .map(Number)
    .sort((a, b) => a - b);
  const focused = () => page.evaluate<string>("document.activeElement?.id");
  for (let presses = 0; (await focused()) !== "answer" && presses < 40; presses++) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("1 2");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Not a valid answer").or(page.getByText("Wrong")).first().waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(sorted.join(" "));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".verdict.right", { hasText: "✓ Right" }).waitFor();
  await page.getByText("History: 1 of 2 right").waitFor();
  await page.getByRole("button", { name: "Next problem" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/Sorting@\d+\/1\/2$/);
});

test("an output is inspected: the answer is marked, the rest told why not", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab();
  await page.goto(`${httpUrl}/web#/inspect/Sorting@2/0/3`);
  const prompt = await page.getByRole("region", { name: "Prompt" }).textContent();
  expect(prompt).toContain("Sort them in ascending order.");
  await page
    .getByLabel("A model's whole output")
    .fill("User: x Assistant: <answer>1</answer> or <answer>3 1 2</answer> <answer>");
  await page.getByRole("button", { name: "Another output" }).click();
  await page.getByLabel("Output 2").fill("none");
  await page.getByRole("button", { name: "Inspect" }).click();
  await page.getByText("earlier pairs do not count").waitFor();
  expect(await page.locator(".output .answer").textContent()).toContain("3 1 2");
  expect(await page.locator(".output .ignored").textContent()).toContain("User: x Assistant:");
  expect(await page.locator(".output .earlier").textContent()).toContain("<answer>1</answer>");
  expect(await page.locator(".output .unfinished").textContent()).toContain("<answer>");
  expect(await page.locator(".parsed").textContent()).toBe("[3,1,2]");
  await page.getByText("there is no pair of answer markers").waitFor();
  await page.getByRole("cell", { name: "⊘ Not a valid answer" }).first().waitFor();
});

test("a stored problem is inspected with all the digits of its integers", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab();
  await page.goto(`${httpUrl}/web#/inspect`);
  const digits = "123456789012345678901234567890";
  await page.getByLabel("Stored").check();
  await page.getByLabel("Environment").fill("Multiplication");
  const product = BigInt(digits) ** 2n;
  const parameter = `{"digit_num": 30, "a": ${digits}, "b": ${digits}, "reference_answer": ${product}, "prompt_template": 0}`;
  await page.getByLabel("Config").fill(`{"seed": 1, "parameter": ${parameter}}`);
  const prompt = page.getByRole("region", { name: "Prompt" });
  await expect.poll(() => prompt.textContent()).toContain(digits);
  await page.getByLabel("A model's whole output").fill(`<answer>${product}</answer>`);
  await page.getByRole("button", { name: "Inspect" }).click();
  await page.locator(".verdict.right").waitFor();
});

test("what is copied is a program, a request, or a link that holds the problem", async () => {
  const { httpUrl } = await startTestServer();
  const { page, copied } = await openCopyingTab(`${httpUrl}/web#/problem/Sorting@2/1/3`);
  expect(await copied("Python")).toContain('client.problems("Sorting", 1, seeds=[3])');
  expect(await copied("TypeScript")).toContain(`RlveGymClient.connect("${httpUrl}")`);
  expect(JSON.parse(await copied("JSON")).problem_id).toBe("Sorting@2/1/3");
  expect(await copied("shell")).toContain(`curl '${httpUrl}/generate'`);

  await page.goto(`${httpUrl}/web#/environment/Sorting`);
  expect(JSON.parse(await copied("JSON")).problem_id).toMatch(/^Sorting@\d+\/0\/0$/);

  await page.goto(`${httpUrl}/web#/gallery`);
  await page.getByLabel("Search").fill("knapsack");
  const shown: { id: string }[] = JSON.parse(await copied("JSON"));
  expect(shown.length).toBeLessThan(100);
  expect(shown.map(({ id }) => id)).toContain("Knapsack");
  expect(JSON.parse(await run(await copied("TypeScript")))).toHaveLength(400);

  await page.goto(`${httpUrl}/web#/server`);
  expect(await copied("shell")).toBe(`curl '${httpUrl}/metrics'\n`);
  expect(JSON.parse(await copied("JSON"))).toHaveProperty("rlvegym_sessions", 0);
  expect(await run(await copied("TypeScript"))).toContain("rlvegym_sessions 0");

  await page.goto(`${httpUrl}/web#/curricula`);
  expect(JSON.parse(await copied("JSON"))).toEqual([]);
  const definition = JSON.stringify({ environments: ["Sorting"] });
  const headers = { "content-type": "application/json" };
  await fetch(`${httpUrl}/curricula/main`, { method: "PUT", headers, body: definition });
  await page.goto(`${httpUrl}/web#/curricula/main`);
  expect(JSON.parse(await copied("JSON")).environments.Sorting.top).toBe(0);
  expect(await copied("Python")).toContain('client.curriculum("main")');
  expect(await copied("TypeScript")).toContain("await curriculum.draw(8)");
  expect(await copied("shell")).toBe(`curl '${httpUrl}/curricula/main'\n`);
});

test("what is copied names the key's variable, and never the key", async () => {
  const { httpUrl } = await startTestServer({ apiKey: "secret" });
  const { page, copied } = await openCopyingTab(`${httpUrl}/web#/inspect/Sorting@2/0/3`);
  await page.getByLabel("The server's key").fill("secret");
  await page.getByLabel("The server's key").press("Enter");
  await page.getByRole("region", { name: "Prompt" }).waitFor();
  await page.getByLabel("A model's whole output").fill("<answer>it's \\ \"</answer>");
  await page.getByRole("button", { name: "Inspect" }).click();
  for (const name of ["Python", "TypeScript", "shell"]) {
    expect(await copied(name)).toContain("RLVEGYM_API_KEY");
    expect(await copied(name)).not.toContain("secret");
  }
  const verified = JSON.parse(await run(await copied("TypeScript"), { RLVEGYM_API_KEY: "secret" }));
  expect(verified.results[0].reward).toEqual([-1]);
  await page.goto(`${httpUrl}/web#/problem/Sorting@2/1/3`);
  expect(await copied("Python")).toContain('api_key=os.environ["RLVEGYM_API_KEY"]');
  expect(await copied("TypeScript")).toContain("apiKey: process.env.RLVEGYM_API_KEY");
});

async function openCopyingTab(url: string) {
  const page = await openTab({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(url);
  const copied = async (name: string) => {
    await page.getByRole("button", { name, exact: true }).click();
    await page.getByText(`Copied: ${name}`).waitFor();
    return page.evaluate<string>("navigator.clipboard.readText()");
  };
  return { page, copied };
}

/** What a program prints. */
async function run(program: string, env: Record<string, string> = {}): Promise<string> {
  const options = { env: { ...process.env, ...env } };
  const node = ["--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, node, options);
  return stdout;
}

test("curricula and the server are shown as they go, and stand still when asked to", async () => {
  const { httpUrl } = await startTestServer();
  const put = await fetch(`${httpUrl}/curricula/main`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ environments: ["Sorting", "Knapsack"], min_samples: 1, split: "all" }),
  });
  expect(put.status).toBe(200);
  const page = await openTab();
  await page.goto(`${httpUrl}/web#/curricula`);
  await page.getByRole("link", { name: "main" }).click();
  await page.getByText("0 problems drawn").waitFor();
  expect(await page.locator(".multiples li").count()).toBe(2);
  await fetch(`${httpUrl}/generate`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ curriculum: "main", count: 3 }),
  });
  await page.getByText("3 problems drawn").waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Server" }).click();
  await page.getByRole("img", { name: /^HTTP requests a second over time/ }).waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Paused: go on", pressed: true }).waitFor();
});

test("long prompts, answers and outputs do not hold the page up", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab();
  await page.route("**/generate", async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    body.problems[0].problem_input = "12345 ".repeat(5000);
    await route.fulfill({ response, json: body });
  });
  await page.goto(`${httpUrl}/web#/problem/Sorting@2/1/3`);
  await page.getByText("30,000 characters").waitFor();
  await page.getByLabel("Your answer").fill("7 ".repeat(5000));
  await page.getByRole("button", { name: "Check" }).click();
  await page.locator(".verdict").waitFor();
});

test("a picture shows the problem, then what the answer chose of it, right or wrong", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab();
  await page.goto(`${httpUrl}/web#/problem/MinimumChromaticNumber@1/0/1`);
  const before = page.getByRole("img", { name: /^A graph of 5 vertices and \d+ edges$/ });
  await before.waitFor();
  expect(await page.locator(".marked").count()).toBe(0);
  await page.getByLabel("Your answer").fill("1 1 1 2 2");
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByRole("img", { name: /; the answer marks 5$/ }).waitFor();
  expect(await page.locator(".vertex.mark-1").count()).toBe(3);
  expect(await page.locator(".vertex.mark-2").count()).toBe(2);
  await page.getByText("The problem as a graph, with the answer").waitFor();
  await page.getByLabel("Your answer").fill("none");
  await page.getByRole("button", { name: "Check" }).click();
  await before.waitFor();
});

test("inspecting draws each output's answer", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab();
  await page.goto(`${httpUrl}/web#/inspect/Maze@1/0/1`);
  await page.getByLabel("A model's whole output").fill("Assistant: <answer>RRDD</answer>");
  await page.getByRole("button", { name: "Another output" }).click();
  await page.getByLabel("Output 2").fill("Assistant: <answer>none</answer>");
  await page.getByRole("button", { name: "Inspect" }).click();
  const first = page.getByRole("article", { name: "Output 1" });
  await first
    .getByRole("img", { name: "A grid of 4 rows and 4 columns; the answer's path" })
    .waitFor();
});

test("every kind of picture is drawn, and one that is too large says so", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab();
  const vertices = [{ label: "a", note: "w 5" }, { label: "b", mark: 1 }, { label: "c" }];
  const edges = [
    { from: 0, to: 1, label: "5", directed: true },
    { from: 0, to: 2, mark: 2, added: true },
  ];
  const bars = {
    kind: "bars",
    bars: [
      { value: 3, label: "0" },
      { value: -1, mark: 1 },
    ],
  };
  const pictures: Record<string, object> = {
    "A grid of 2 rows and 2 columns; the answer marks 1": {
      kind: "grid",
      cells: [
        ["1", ""],
        [null, "a"],
      ],
      walls: [[0, 1]],
      regions: [
        [0, 0],
        [1, 1],
      ],
      clues: { top: ["3", ""], left: ["", "4"] },
      signs: [{ row: 0, column: 0, towards: "right", text: "<" }],
      marks: [
        [0, 0],
        [0, 2],
      ],
    },
    "A graph of 3 vertices and 2 edges; the answer marks 2": { kind: "graph", vertices, edges },
    "A tree of 3 vertices and 2 edges; the answer marks 2": {
      kind: "tree",
      root: 1,
      vertices,
      edges,
    },
    "2 points, 1 lines, 1 circles; the answer marks 1": {
      kind: "points",
      points: [
        { x: 0, y: 0, label: "0, 0" },
        { x: 3, y: 4 },
      ],
      lines: [
        {
          through: [
            [0, 0],
            [3, 4],
          ],
        },
      ],
      circles: [{ x: 1, y: 1, radius: 2, mark: 1 }],
    },
    "2 values from -1 to 3; the answer marks 1": bars,
  };
  const show = async (picture: object) => {
    await page.unroute("**/generate");
    await page.route("**/generate", async (route) => {
      const response = await route.fetch();
      const body = await response.json();
      body.problems[0].picture = picture;
      await route.fulfill({ response, json: body });
    });
    await page.goto(`${httpUrl}/web#/problem/Sorting@2/1/3`);
    await page.reload();
  };
  for (const [name, picture] of Object.entries(pictures)) {
    await show(picture);
    await page.getByRole("img", { name, exact: true }).waitFor();
  }
  await show({ kind: "too large", amount: 10_000, of: "cells" });
  await page.getByText("Too large to draw: 10,000 cells.").waitFor();
  await show({ kind: "parts", parts: [{ caption: "the first", picture: bars }] });
  await page.getByText("the first").waitFor();
});

test("an environment's published figures are plotted over its levels, and stand in a table", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab({ viewport: { width: 360, height: 800 } });
  await page.goto(`${httpUrl}/web#/environment/Sorting`);
  await page.getByRole("img", { name: /^Chance score over level: 7 values from 0 to/ }).waitFor();
  await page.getByRole("img", { name: /^Answer, tokens over level: 7 values/ }).waitFor();
  await page.getByText("As a table").click();
  await page.getByRole("cell", { name: "170K" }).first().waitFor();
  const isScrolled = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
  expect(await page.evaluate<boolean>(isScrolled)).toBe(false);
});
