/** How many tests ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The counts of a JUnit report: the attributes of its suites, added up. */
export function readReport(xml: string): Counts {
  let [tests, failed, skipped] = [0, 0, 0];
  for (const [, attributes] of xml.matchAll(/<testsuite\s([^>]*)>/g)) {
    tests += attribute(attributes, "tests");
    failed += attribute(attributes, "failures") + attribute(attributes, "errors");
    skipped += attribute(attributes, "skipped");
  }
  return { passed: tests - failed - skipped, failed, skipped };
}

function attribute(attributes: string, name: string): number {
  return Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1] ?? 0);
}

/** `12 passed, 0 failed, 1 skipped`; without what was not skipped. */
export function formatCounts(all: readonly Counts[]): string {
  const sum = (name: keyof Counts) => all.reduce((total, counts) => total + counts[name], 0);
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped}`;
}
