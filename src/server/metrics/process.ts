import { performance } from "node:perf_hooks";
import type { Buckets } from "../../buckets.ts";
import { packageInfo } from "../../package-info.ts";
import type { Metrics } from "./read-metric.ts";

/** The server's own process: its event loop, and what Prometheus' clients tell of processes. */
export function addProcessMetrics(
  { counter, gauge, histogram }: Metrics,
  loopDelay: Buckets,
): void {
  histogram(
    {
      name: "rlvegym_event_loop_delay_seconds",
      help: "By how much the event loop was late for a timer that asks for a turn every 20 ms.",
    },
    () => [[{}, loopDelay]],
  );
  counter(
    {
      name: "rlvegym_event_loop_busy_seconds_total",
      help: "Seconds in which the event loop was at work; its rate is the load of the server's one thread.",
    },
    () => performance.eventLoopUtilization().active / 1000,
  );
  counter(
    {
      name: "process_cpu_seconds_total",
      help: "Processor time of the server's process, without its workers, in seconds.",
    },
    () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
  );
  gauge(
    {
      name: "process_resident_memory_bytes",
      help: "Resident memory of the server's process, without its workers.",
    },
    () => process.memoryUsage.rss(),
  );
  gauge(
    {
      name: "process_start_time_seconds",
      help: "When the process started, in seconds since 1970.",
    },
    () => performance.timeOrigin / 1000,
  );
  const labels = { version: packageInfo.version, node: process.versions.node };
  gauge(
    { name: "rlvegym_info", help: "1, with the versions of the server and of Node.js." },
    () => [{ value: 1, labels }],
  );
}
