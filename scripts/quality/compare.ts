import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { fromRow } from "../../src/quality/columns.ts";
import { readFigures, writeFigures } from "./figures-file.ts";

/** What a process on some version of Node found: the digests of each environment's levels. */
export interface Found {
  readonly version: string;
  readonly digests: Readonly<Record<string, readonly string[]>>;
}

/**
 * Compares the published digests with those that a process on another version of Node finds, and
 * notes that version where they are the same.
 * @throws Error naming the environments whose digests differ
 */
export function compareOnNode(node: string, ids: readonly string[]): void {
  const program = fileURLToPath(new URL("print-digests.ts", import.meta.url));
  const { stdout, status, error } = spawnSync(node, ["--import", "tsx", program], {
    encoding: "utf8",
    input: JSON.stringify(ids),
    maxBuffer: 1e8,
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (status !== 0) throw error ?? new Error(`${node} ended with ${status}`);
  const { version, digests }: Found = JSON.parse(stdout);
  const figures = { ...readFigures().environments };
  const differing = ids.filter((id) => {
    const published = figures[id];
    const isSame =
      String(published.levels.map((row) => fromRow(row).digest)) === String(digests[id]);
    if (isSame) {
      figures[id] = { ...published, nodes: [...new Set([...published.nodes, version])].sort() };
    }
    return !isSame;
  });
  writeFigures(figures);
  if (differing.length > 0) {
    throw new Error(`on Node ${version}, other problems or verdicts: ${differing.join(", ")}`);
  }
  console.log(`Node ${version} gives the same problems, answers and rewards (${ids.length})`);
}
