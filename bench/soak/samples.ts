import { readdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { ServerProcess } from "../processes.ts";
import { quantile } from "../statistics.ts";
import type { Traffic } from "./traffic.ts";

const SAMPLE_MS = 10_000;
/** How many lines the table has. */
const LINES = 10;
const MIB = 2 ** 20;

/** What was seen of the server over some seconds. */
export interface Sample {
  /** Since the beginning, in seconds. */
  readonly at: number;
  readonly memoryMiB: number;
  /** Open files of the server, connections included. */
  readonly files: number;
  readonly requests: number;
  /** Of the steps that ended in these seconds, in ms. */
  readonly times: readonly number[];
}

/** Looks at the server until the end. */
export async function watch(
  server: ServerProcess,
  traffic: Traffic,
  end: number,
  report: (line: string) => void,
): Promise<Sample[]> {
  const begun = performance.now();
  const samples: Sample[] = [];
  while (performance.now() + SAMPLE_MS <= end) {
    const before = traffic.requests;
    await delay(SAMPLE_MS);
    const sample = {
      at: (performance.now() - begun) / 1000,
      memoryMiB: (server.memoryBytes() ?? Number.NaN) / MIB,
      files: countFiles(server),
      requests: traffic.requests - before,
      times: traffic.takeTimes(),
    };
    samples.push(sample);
    report(toLine(sample, SAMPLE_MS));
  }
  return samples;
}

/** A table of some lines, each of several samples. */
export function describeSamples(samples: readonly Sample[]): string {
  const each = Math.max(1, Math.ceil(samples.length / LINES));
  const lines = [];
  for (let first = 0; first < samples.length; first += each) {
    const together = samples.slice(first, first + each);
    const last = together[together.length - 1];
    const requests = together.reduce((sum, sample) => sum + sample.requests, 0);
    const times = together.flatMap((sample) => sample.times);
    lines.push(toLine({ ...last, requests, times }, SAMPLE_MS * together.length));
  }
  return lines.join("\n");
}

/** By least squares, in MiB an hour. */
export function slopeOf(samples: readonly Sample[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const hours = samples.map(({ at }) => at / 3600);
  const memory = samples.map(({ memoryMiB }) => memoryMiB);
  const [hour, level] = [mean(hours), mean(memory)];
  const spread = mean(hours.map((at) => (at - hour) ** 2));
  return mean(hours.map((at, index) => (at - hour) * (memory[index] - level))) / spread;
}

function toLine({ at, memoryMiB, files, requests, times }: Sample, milliseconds: number): string {
  const [p50, p99] = [0.5, 0.99].map((q) => quantile(times, q).toFixed(1));
  const rate = Math.round((1000 * requests) / milliseconds);
  return `${(at / 60).toFixed(1).padStart(5)} min: ${memoryMiB.toFixed(0)} MiB, ${files} files, ${rate} requests/s, step p50 ${p50} ms, p99 ${p99} ms`;
}

function countFiles({ child }: ServerProcess): number {
  try {
    return readdirSync(`/proc/${child.pid}/fd`).length;
  } catch {
    return Number.NaN;
  }
}
