import { availableParallelism } from "node:os";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

/** What goes through connections, over the other transport; there where RLVEGYM_TRANSPORT says so. */
const uws: TestProjectConfiguration = {
  extends: true,
  test: {
    name: "uws",
    include: ["test/server/**/*.test.ts", "test/services/uws/**/*.test.ts"],
    // Messages that are not complete are the library's own: nobody else sees them.
    exclude: ["test/server/hostile/unfinished.test.ts", "test/server/transports/**"],
    globalSetup: "test/build.ts",
  },
};
const overUws = process.env.RLVEGYM_TRANSPORT === "uws" ? [uws] : [];

export default defineConfig({
  test: {
    // Loops over all environments and real servers under load: a slow machine is not a failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Vitest leaves a processor free by default, which on two is half of them.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: "environments",
          include: ["test/environments/**/*.test.ts"],
          // Pure functions: importing hundreds of modules once a worker is enough.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["test/**/*.test.ts"],
          exclude: ["test/environments/**", "test/services/**", "test/web/**"],
          globalSetup: "test/build.ts",
        },
      },
      ...overUws,
      {
        extends: true,
        test: {
          name: "services",
          include: ["test/services/*.test.ts"],
          globalSetup: "test/build.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "redis",
          include: ["test/services/redis/**/*.test.ts"],
          globalSetup: "test/build.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "fleet",
          include: ["test/services/fleet/**/*.test.ts"],
          globalSetup: "test/build.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "proxies",
          include: ["test/services/proxies/**/*.test.ts"],
          globalSetup: "test/build.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "kubernetes",
          include: ["test/services/kubernetes/**/*.test.ts"],
          globalSetup: "test/build.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "web",
          include: ["test/web/**/*.test.ts"],
          globalSetup: "test/build.ts",
          // One browser at a time: it takes what there is.
          fileParallelism: false,
        },
      },
    ],
  },
});
