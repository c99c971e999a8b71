import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";

let browser: Browser;

/** One browser for the tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM?.startsWith("/")
        ? process.env.CHROMIUM
        : `/usr/bin/${process.env.CHROMIUM ?? "chromium"}`,
      args: ["--no-sandbox", "--disable-features=LocalNetworkAccessChecks"],
    });
  });
  afterAll(() => browser.close());
}

/** A tab of its own, which complains of every error on the page that no test expects. */
export async function openTab(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) errors.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  page.setDefaultTimeout(20_000);
  return page;
}
