import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What the control groups of this process let it use; null where nothing is said. */
export interface ContainerLimits {
  /** Processor time, in processors; may be a fraction. */
  readonly processors: number | null;
  readonly memoryBytes: number | null;
}

/** Without a limit, version 1 has the largest multiple of a page. */
const UNLIMITED_BYTES = 2 ** 60;

/**
 * Reads the limits of the control groups that this process is in, and of those around them: the
 * strictest counts. Of both versions, at their usual places; a container may see its own group as the
 * root, or by its path on the host. Node's `availableParallelism` knows processors that it is bound
 * to, but (before libuv 1.49) no quota of their time.
 */
export function readContainerLimits(root = "/"): ContainerLimits {
  const quotas: number[] = [];
  const memories: number[] = [];
  for (const folder of findGroups(root)) {
    const read = (name: string) => readWords(join(folder, name));
    const [quota, period] = read("cpu.max") ?? [];
    const [quotaV1] = read("cpu.cfs_quota_us") ?? [];
    const [periodV1] = read("cpu.cfs_period_us") ?? [];
    quotas.push(Number(quota) / Number(period), Number(quotaV1) / Number(periodV1));
    for (const name of ["memory.max", "memory.high", "memory.limit_in_bytes"]) {
      memories.push(Number(read(name)?.[0]));
    }
  }
  return {
    processors: findLeast(quotas),
    memoryBytes: findLeast(memories.filter((bytes) => bytes < UNLIMITED_BYTES)),
  };
}

/** Folders that may hold limits of this process; those that do not exist hold none. */
function findGroups(root: string): Set<string> {
  const folders = new Set<string>();
  const mounts = join(root, "sys/fs/cgroup");
  for (const line of readLines(join(root, "proc/self/cgroup"))) {
    const [, controllers = "", ...path] = line.split(":");
    const names = controllers === "" ? ["", "unified"] : [controllers, ...controllers.split(",")];
    const steps = path.join(":").split("/").filter(Boolean);
    for (const name of names) {
      for (let depth = 0; depth <= steps.length; depth++) {
        folders.add(join(mounts, name, ...steps.slice(0, depth)));
      }
    }
  }
  return folders;
}

/** The least positive number; `max`, `-1` and what is not there are none. */
function findLeast(values: readonly number[]): number | null {
  const limits = values.filter((value) => Number.isFinite(value) && value > 0);
  return limits.length === 0 ? null : Math.min(...limits);
}

function readWords(path: string): string[] | null {
  const [line] = readLines(path);
  return line?.trim().split(" ") ?? null;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n").filter(Boolean);
  } catch {
    // Not Linux, no such group, or not allowed: nothing is known of limits there.
    return [];
  }
}
