import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Probes } from "../../../src/server/transports/uws-probes.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([1, 7, 60, 1000])("each of %i sockets is probed once a minute", (count) => {
  const probes = new Probes();
  const counts = Array.from({ length: count }, () => 0);
  const sockets = counts.map((_, index) => ({ probe: () => void counts[index]++ }));
  for (const socket of sockets) probes.add(socket);
  vi.advanceTimersByTime(600_500);
  for (const times of counts) expect(Math.abs(times - 10)).toBeLessThanOrEqual(1);
  for (const socket of sockets) probes.delete(socket);
  const before = [...counts];
  vi.advanceTimersByTime(600_500);
  expect(counts).toEqual(before);
  probes.close();
});
