import axe from "axe-core";
import { expect, test } from "vitest";
import { startTestServer } from "../server/harness.ts";
import { openTab, useBrowser } from "./browser.ts";

useBrowser();

const VIEWS = {
  gallery: "#/gallery",
  environment: "#/environment/Sorting",
  play: "#/problem/Sorting@2/1/3",
  graph: "#/problem/MinimumChromaticNumber@1/1/3",
  inspect: "#/inspect/Sorting@2/1/3",
  curricula: "#/curricula/main",
  server: "#/server",
};

for (const colorScheme of ["light", "dark"] as const) {
  test.each(Object.entries(VIEWS))(
    `%s in ${colorScheme}: nothing for axe to complain of, and nothing beyond a narrow screen`,
    async (view, hash) => {
      const { httpUrl } = await startTestServer();
      await fetch(`${httpUrl}/curricula/main`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ environments: ["Sorting"] }),
      });
      const page = await openTab({
        colorScheme,
        viewport: { width: 360, height: 640 },
        bypassCSP: true,
      });
      await page.goto(`${httpUrl}/web${hash}`);
      await page.locator("h2, .plot, .prompt, form").first().waitFor();
      if (view === "play" || view === "graph") {
        await page.getByLabel("Your answer").fill("1 2 3 1 2 3");
        await page.getByRole("button", { name: "Check" }).click();
        await page.locator(".verdict").waitFor();
      }
      if (view === "inspect") {
        await page
          .getByLabel("A model's whole output")
          .fill("Assistant: <answer>1</answer> <answer>2</answer> <answer>");
        await page.getByRole("button", { name: "Inspect" }).click();
        await page.locator(".verdict").waitFor();
      }
      await page.addScriptTag({ content: axe.source });
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: Violation[] }> };
        };
        const found = await axe.run();
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(violations).toEqual([]);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width).toBeLessThanOrEqual(360);
    },
  );
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
