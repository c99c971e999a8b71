import { z } from "zod";
import type { ServerContext } from "../context.ts";
import { respond } from "./bodies.ts";
import { type Route, route } from "./route.ts";

/** What containers and balancers ask, with a key or without. */
interface Probe {
  readonly name: string;
  readonly path: string;
  readonly summary: string;
  readonly statuses?: Readonly<Record<number, string>>;
  answer(): ProbeAnswer;
}

export interface ProbeAnswer {
  readonly status: number;
  readonly body: { readonly status: string };
}

export function createProbes({ sessions }: Pick<ServerContext, "sessions">): Probe[] {
  return [
    {
      name: "getHealth",
      path: "/health",
      summary: "Whether it runs.",
      answer: () => ({ status: 200, body: { status: "healthy" } }),
    },
    {
      name: "getReadiness",
      path: "/ready",
      summary: "Whether it takes new sessions.",
      statuses: { 503: "It shuts down." },
      answer: () =>
        sessions.isDraining
          ? { status: 503, body: { status: "draining" } }
          : { status: 200, body: { status: "ready" } },
    },
  ];
}

const Status = z.object({ status: z.string() });

/** A probe in the table of routes. */
export function toProbeRoute({ answer, ...described }: Probe): Route {
  return route({
    ...described,
    method: "get",
    tag: "server",
    isOpen: true,
    reply: Status,
    answer() {
      const { status, body } = answer();
      return respond(body, status);
    },
  });
}
