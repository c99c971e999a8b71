import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readContainerLimits } from "../src/container.ts";
import { planCapacity, readMachine } from "../src/problems/workers/capacity.ts";

/** A root with these files, of which there are none elsewhere. */
function createRoot(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "rlve-gym-groups-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `${text}\n`);
  }
  return root;
}

const GIB = 2 ** 30;

test.for<[string, Record<string, string>, ReturnType<typeof readContainerLimits>]>([
  ["no groups, as elsewhere than on Linux", {}, { processors: null, memoryBytes: null }],
  [
    "version 2, its own group as the root",
    {
      "proc/self/cgroup": "0::/",
      "sys/fs/cgroup/cpu.max": "150000 100000",
      "sys/fs/cgroup/memory.max": String(GIB),
    },
    { processors: 1.5, memoryBytes: GIB },
  ],
  [
    "version 2 without limits",
    {
      "proc/self/cgroup": "0::/",
      "sys/fs/cgroup/cpu.max": "max 100000",
      "sys/fs/cgroup/memory.max": "max",
      "sys/fs/cgroup/memory.high": "max",
    },
    { processors: null, memoryBytes: null },
  ],
  [
    "version 2, limits of the groups around it",
    {
      "proc/self/cgroup": "0::/kubepods.slice/pod1/container:1",
      "sys/fs/cgroup/kubepods.slice/memory.max": String(8 * GIB),
      "sys/fs/cgroup/kubepods.slice/pod1/memory.max": String(2 * GIB),
      "sys/fs/cgroup/kubepods.slice/pod1/cpu.max": "400000 100000",
      "sys/fs/cgroup/kubepods.slice/pod1/container:1/memory.high": String(3 * GIB),
      "sys/fs/cgroup/kubepods.slice/pod1/container:1/cpu.max": "800000 100000",
      "sys/fs/cgroup/another/memory.max": "1",
    },
    { processors: 4, memoryBytes: 2 * GIB },
  ],
  [
    "version 1, by its path on the host, with its own group mounted as the root",
    {
      "proc/self/cgroup": "4:memory:/docker/abc\n3:cpu,cpuacct:/docker/abc\n1:name=systemd:/",
      "sys/fs/cgroup/memory/memory.limit_in_bytes": String(GIB),
      "sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us": "50000",
      "sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us": "100000",
    },
    { processors: 0.5, memoryBytes: GIB },
  ],
  [
    "version 1 without limits, beside a version 2 without controllers",
    {
      "proc/self/cgroup": "4:memory:/\n1:cpu:/\n0::/",
      "sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712",
      "sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1",
      "sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000",
    },
    { processors: null, memoryBytes: null },
  ],
])("limits of a container: %s", ([, files, limits]) => {
  expect(readContainerLimits(createRoot(files))).toEqual(limits);
});

test("the machine has processors and memory, whatever its limits", () => {
  const { processors, memoryBytes } = readMachine();
  expect(processors).toBeGreaterThan(0);
  expect(memoryBytes).toBeGreaterThan(2 ** 28);
});

test.for<[number, number, number, Partial<ReturnType<typeof planCapacity>>]>([
  [64, 256 * GIB, 4 * GIB, { workers: 8, workersBytes: 4.5 * GIB, cacheBytes: 2 ** 28 }],
  [4, 16 * GIB, 4 * GIB, { workers: 3, spareWorkers: 1, workersBytes: 2 * GIB }],
  [1.5, 16 * GIB, 4 * GIB, { workers: 1, workersBytes: GIB }],
  [0.5, 2 * GIB, GIB / 2, { workers: 1, workersBytes: GIB, cacheBytes: GIB / 8 }],
  // Eight processors of a large machine, with little memory: half of it is enough for three.
  [8, GIB, GIB / 4, { workers: 3, workersBytes: GIB / 2, cacheBytes: GIB / 16 }],
  [8, GIB / 4, GIB / 8, { workers: 1, workersBytes: GIB / 8 }],
])("%s processors, %s bytes, a heap of %s", ([processors, memoryBytes, heapBytes, capacity]) => {
  expect(planCapacity({}, { processors, memoryBytes }, heapBytes)).toMatchObject(capacity);
  const given = { workers: 5, spareWorkers: 0, workersBytes: 1, cacheBytes: 2 };
  expect(planCapacity(given, { processors, memoryBytes }, heapBytes)).toEqual(given);
});
