import type { ServerContext } from "../context.ts";
import type { createRegistry } from "../metrics/registry.ts";
import { type Route, route } from "./route.ts";

/** `/metrics`, for Prometheus and what reads its format. The library is loaded by the first request. */
export function createMetricsRoute({
  context,
  counts,
  sessions,
  statistics,
}: Pick<ServerContext, "context" | "counts" | "sessions" | "statistics">): Route {
  let registry: Promise<ReturnType<typeof createRegistry>> | undefined;
  const { curricula } = context;
  return route({
    name: "getMetrics",
    method: "get",
    path: "/metrics",
    tag: "server",
    summary: "What the server does, in Prometheus' text format.",
    statuses: { 200: "The metrics." },
    async answer() {
      registry ??= import("../metrics/registry.ts").then(({ createRegistry }) =>
        createRegistry({ counts, sessions, curricula, statistics }),
      );
      const { contentType, metrics } = await readAll(await registry);
      return new Response(metrics, { headers: { "content-type": contentType } });
    },
  });
}

async function readAll(registry: ReturnType<typeof createRegistry>) {
  return { contentType: registry.contentType, metrics: await registry.metrics() };
}
