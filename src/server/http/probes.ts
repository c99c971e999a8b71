import { z } from "zod";
import type { ServerContext } from "../context.ts";
import { respond } from "./bodies.ts";
import { type Route, route } from "./route.ts";

const Status = z.object({ status: z.string() });

/** What containers and balancers ask, with a key or without. */
export function createProbes({
  sessions,
  isReady,
}: Pick<ServerContext, "sessions" | "isReady">): Route[] {
  return [
    route({
      name: "getHealth",
      method: "get",
      path: "/health",
      tag: "server",
      summary: "Whether it runs.",
      isOpen: true,
      reply: Status,
      answer: () => ({ status: "healthy" }),
    }),
    route({
      name: "getReadiness",
      method: "get",
      path: "/ready",
      tag: "server",
      summary: "Whether it takes new sessions.",
      isOpen: true,
      reply: Status,
      statuses: { 503: "It shuts down, or has no worker that could make problems." },
      answer() {
        if (sessions.isDraining) return respond({ status: "draining" }, 503);
        return isReady() ? { status: "ready" } : respond({ status: "no workers" }, 503);
      },
    }),
  ];
}
