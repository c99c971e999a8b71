import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/build.ts",
    // Loops over all environments and real servers under load: a slow machine is not a failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Vitest leaves a processor free by default, which on two is half of them.
    maxWorkers: availableParallelism(),
  },
});
