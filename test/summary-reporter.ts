import type { Reporter, TestModule } from "vitest/node";

/** Ends the report with a line that any tool can read: "vitest: 12 passed, 0 failed". */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    // A file that cannot be loaded and an error outside of tests fail the run like a test.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const skipped = count("skipped") > 0 ? `, ${count("skipped")} skipped` : "";
    const line = `vitest: ${count("passed")} passed, ${count("failed") + broken} failed${skipped}`;
    process.stdout.write(`\n${line}\n`);
  }
}
