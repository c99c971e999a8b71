import type { Sessions } from "../sessions.ts";
import type { Counts } from "./counts.ts";
import { createLabels, type Metrics, type Series } from "./read-metric.ts";
import type { Tally } from "./tally.ts";

/** Sessions and connections, and what comes over them. */
export function addRequestMetrics(
  metrics: Metrics,
  counts: Counts,
  sessions: Pick<Sessions, "active" | "capacity" | "isDraining">,
): void {
  const { counter, gauge } = metrics;
  gauge({ name: "rlvegym_sessions", help: "Sessions there are now." }, () => sessions.active);
  gauge(
    { name: "rlvegym_sessions_max", help: "Sessions there may be at once." },
    () => sessions.capacity,
  );
  gauge(
    { name: "rlvegym_draining", help: "1 while the server ends, taking no new sessions." },
    () => Number(sessions.isDraining),
  );
  counter(
    {
      name: "rlvegym_connections_opened_total",
      help: "WebSocket connections that were opened, by path.",
    },
    toRead(counts.opened, "endpoint"),
  );
  counter(
    {
      name: "rlvegym_refused_total",
      help: "Connections, and requests over HTTP, that were not let in, by cause: no session free, no or a wrong key, a page of another host, no such session (or none any more).",
    },
    toRead(counts.refused, "cause"),
  );
  counter(
    {
      name: "rlvegym_sessions_ended_total",
      help: "Sessions that ended, by cause: closed (by the client, or with its connection), idle, unused, unread (replies that the client did not read), drain (cut off at the server's end).",
    },
    toRead(counts.ended, "cause"),
  );
  counter(
    {
      name: "rlvegym_connections_cut_total",
      help: "Connections that the server ended, by cause: vanished (the peer, without a word), unread (all together left too many replies unread); their sessions count as closed.",
    },
    toRead(counts.cut, "cause"),
  );
  counter(
    {
      name: "rlvegym_requests_total",
      help: "Requests in messages on sockets, by type; tool is a step that calls a tool, invalid is no request.",
    },
    toRead(counts.requests, "type"),
  );
  counter(
    {
      name: "rlvegym_request_errors_total",
      help: "Requests in messages on sockets that were answered by an error, by its code.",
    },
    toRead(counts.errors, "code"),
  );
  const httpLabels = createLabels("route", "status");
  counter(
    {
      name: "rlvegym_http_requests_total",
      help: "Requests over HTTP that were answered, by route (other: a page, or none) and status.",
    },
    () =>
      [...counts.http.values()].map(({ route, status, count }) => ({
        value: count,
        labels: httpLabels(route, String(status)),
      })),
  );
  const { traffic } = counts;
  counter(
    { name: "rlvegym_received_bytes_total", help: "Bytes of messages received on sockets." },
    () => traffic.received,
  );
  counter(
    {
      name: "rlvegym_sent_bytes_total",
      help: "Bytes of messages sent on sockets; of JSON, characters.",
    },
    () => traffic.sent,
  );
}

function toRead<Label extends string>(tally: Tally<Label>, name: string): () => Series[] {
  const toLabels = createLabels(name);
  return () =>
    [...tally.rows()].map(({ label, count }) => ({ value: count, labels: toLabels(label) }));
}
