import { Registry } from "prom-client";
import { addCurriculumMetrics } from "./curricula.ts";
import { addProcessMetrics } from "./process.ts";
import { createMetrics } from "./read-metric.ts";
import { addRequestMetrics } from "./requests.ts";
import type { MetricsSources } from "./sources.ts";
import { addVerificationMetrics } from "./verifications.ts";
import { addWorkMetrics } from "./work.ts";

/** All that a server tells of itself; reading it reads what the server counts. */
export function createRegistry({
  counts,
  sessions,
  curricula,
  statistics,
}: MetricsSources): Pick<Registry, "metrics" | "contentType"> {
  const registry = new Registry();
  const metrics = createMetrics(registry);
  addRequestMetrics(metrics, counts, sessions);
  addVerificationMetrics(metrics, counts.verifications);
  if (statistics !== null) addWorkMetrics(metrics, statistics);
  addCurriculumMetrics(metrics, curricula);
  addProcessMetrics(metrics, counts.loopDelay);
  return registry;
}
