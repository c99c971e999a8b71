import { useState } from "preact/hooks";
import { readMetrics, toRates, toValues } from "../api/metrics.ts";
import { usePolling } from "../api/polling.ts";
import { CopyAs } from "../parts/copy-as.tsx";
import { LinePlot } from "../parts/line-plot.tsx";
import { Notice } from "../parts/notice.tsx";
import { Pause } from "../parts/pause.tsx";
import { toGetSnippets } from "../snippets.ts";

const POLLING = { everyMs: 2000, kept: 150 };

const GAUGES = {
  rlvegym_sessions: "Sessions",
  rlvegym_workers_busy: "Workers at work",
  rlvegym_tasks_queued: "Tasks that wait",
  rlvegym_cache_problems: "Problems kept",
  process_resident_memory_bytes: "Memory, bytes",
};

const RATES = {
  rlvegym_requests_total: "Requests a second on sockets",
  rlvegym_http_requests_total: "HTTP requests a second",
  rlvegym_verifications_total: "Verifications a second",
  rlvegym_generations_total: "Generations a second",
  rlvegym_generation_failures_total: "Failed generations a second",
  rlvegym_request_errors_total: "Errors a second",
  rlvegym_sent_bytes_total: "Bytes sent a second",
  rlvegym_event_loop_busy_seconds_total: "Event loop, share at work",
};

/** What the server does, while one looks. */
export function ServerView() {
  const [isPaused, setPaused] = useState(false);
  const { values: samples, fault } = usePolling("metrics", readMetrics, { ...POLLING, isPaused });
  const latest = samples.at(-1);
  return (
    <>
      <h1>Server</h1>
      <Pause isPaused={isPaused} onPause={setPaused} />
      <Notice of={{ ...(latest && { value: latest }), ...(fault !== undefined && { fault }) }} />
      {latest && (
        <div class="plots">
          {Object.entries(GAUGES).map(
            ([name, title]) =>
              latest.sums.has(name) && (
                <LinePlot title={title} points={toValues(samples, name)} across="time" />
              ),
          )}
          {Object.entries(RATES).map(
            ([name, title]) =>
              latest.sums.has(name) && (
                <LinePlot title={title} points={toRates(samples, name)} across="time" />
              ),
          )}
        </div>
      )}
      {latest && <CopyAs snippets={toGetSnippets("metrics", Object.fromEntries(latest.sums))} />}
    </>
  );
}
