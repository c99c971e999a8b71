import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const source = fileURLToPath(new URL("../../src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);

/** What any layer may use: it uses no layer itself. */
const ROOT = [
  "buckets.ts",
  "container.ts",
  "event-loop.ts",
  "log.ts",
  "package-info.ts",
  "packr.ts",
  "picture.ts",
  "validation.ts",
  "plain-words.ts",
  "root.ts",
  "wording.ts",
];

/** Which layers a layer may import from, besides itself; the top level is named by its files. */
const ALLOWED: Record<string, readonly string[]> = {
  environments: ["picture.ts", "root.ts"],
  problems: ["environments", ...ROOT],
  protocol: ["packr.ts", "picture.ts", "validation.ts", "wording.ts"],
  quality: ["problems", "environments", ...ROOT],
  curriculum: ["quality", "problems", "environments", "protocol", ...ROOT],
  session: ["curriculum", "problems", "environments", "protocol", ...ROOT],
  requests: ["session", "curriculum", "problems", "environments", "protocol", ...ROOT],
  server: [
    "requests",
    "session",
    "curriculum",
    "quality",
    "problems",
    "environments",
    "protocol",
    "config.ts",
    ...ROOT,
  ],
  client: ["protocol"],
  rows: ["problems", "environments", "protocol", ...ROOT],
  cli: [
    "server",
    "rows",
    "requests",
    "session",
    "curriculum",
    "quality",
    "problems",
    "environments",
    "protocol",
    "config.ts",
    ...ROOT,
  ],
  "buckets.ts": [],
  "config.ts": ["wording.ts"],
  "container.ts": [],
  "event-loop.ts": [],
  "log.ts": ["standard-error.ts"],
  "package-info.ts": ["root.ts"],
  "root.ts": [],
  "packr.ts": [],
  "picture.ts": [],
  "standard-error.ts": [],
  "validation.ts": [],
  "plain-words.ts": [],
  "wording.ts": [],
  "index.ts": ["problems", "environments"],
};

const IMPORT =
  /^(?:import|export)\s(?<clause>[^;]*?)from\s+"(?<path>[^"]+)"|import\("(?<lazy>[^"]+)"\)/gms;

interface Import {
  readonly path: string;
  readonly isTypeOnly: boolean;
  readonly isLazy: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(IMPORT)].map(({ groups = {} }) => ({
    path: groups.path ?? groups.lazy,
    isTypeOnly: (groups.clause ?? "").startsWith("type "),
    isLazy: groups.path === undefined,
  }));
}

function layerOf(file: string): string {
  return file.split("/")[0];
}

describe("dependencies point one way", () => {
  test.each(files)("%s", (file) => {
    const layer = layerOf(file);
    expect(ALLOWED, `a layer for ${file}`).toHaveProperty([layer]);
    for (const { path } of importsOf(file)) {
      if (!path.startsWith(".")) continue;
      const target = layerOf(relative(source, join(source, dirname(file), path)));
      expect([layer, ...ALLOWED[layer]], `${file} imports ${path}`).toContain(target);
    }
  });
});

test("only the transport knows the WebSocket library, only codecs an encoding", () => {
  const usersOf = (library: string) =>
    files.filter((file) => importsOf(file).some(({ path }) => path === library)).sort();
  expect(usersOf("ws").filter((file) => layerOf(file) === "server")).toEqual([
    "server/transports/reply-writer.ts",
    "server/transports/upgrades.ts",
    "server/transports/ws-socket.ts",
  ]);
  expect(usersOf("msgpackr")).toEqual(["packr.ts"]);
  const users = ["problems/workers/messages.ts", "protocol/codecs/msgpack.ts"];
  expect(
    files.filter((file) => importsOf(file).some(({ path }) => path.endsWith("/packr.ts"))).sort(),
  ).toEqual(users);
  expect(usersOf("lossless-json")).toEqual(["protocol/codecs/lossless.ts"]);
});

test("shared code names no environment", () => {
  const identifiers = files
    .filter((file) => file.startsWith("environments/") && !file.includes("/toolkit/"))
    .flatMap((file) =>
      [...readFileSync(join(source, file), "utf8").matchAll(/^ {2}id: "(\w+)"/gm)].map(
        ([, id]) => id,
      ),
    );
  expect(identifiers.length).toBeGreaterThan(20);
  // The default environment and the examples of messages are the only mentions.
  const mentions = new Set(["Multiplication", "Sorting"]);
  for (const file of files.filter((name) => !name.startsWith("environments/"))) {
    const text = readFileSync(join(source, file), "utf8").replace(/\/\*\*.*?\*\/|\/\/.*$/gms, "");
    for (const id of identifiers) {
      if (!mentions.has(id))
        expect(text, `${file} names ${id}`).not.toMatch(new RegExp(`["'\`]${id}["'\`@]`));
    }
  }
});

test("the client carries no schemas: it imports types only, and nothing that loads zod", () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path, isTypeOnly } of importsOf(file)) {
      if (isTypeOnly) continue;
      expect(path, `imported by ${file}`).not.toBe("zod");
      if (path.startsWith(".")) visit(relative(source, join(source, dirname(file), path)));
    }
  };
  visit("client/client.ts");
  expect(seen.size).toBeGreaterThan(2);
});
