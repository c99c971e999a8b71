import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { createPooledProblems } from "../../src/problems/pooled.ts";
import { badWorkers } from "../built.ts";
import { environments } from "../problems/worker-environments.ts";
import { Peer, startTestServer } from "../server/harness.ts";
import { type Exposition, scrape } from "../server/metrics/exposition.ts";

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly gridPos: Readonly<Record<"h" | "w" | "x" | "y", number>>;
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

interface Dashboard {
  readonly panels: readonly Panel[];
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly query: string }[];
  };
}

const dashboard: Dashboard = JSON.parse(
  readFileSync(new URL("../../deploy/grafana/rlve-gym.json", import.meta.url), "utf8"),
);
const page = readFileSync(new URL("../../docs/operating.md", import.meta.url), "utf8");

/** A server of which something of everything has been counted. */
async function scrapeAll(): Promise<Exposition> {
  const problems = createPooledProblems({
    registry: environments,
    ...badWorkers,
    generationTimeoutMs: 5000,
    workers: 1,
  });
  onTestFinished(() => problems.close());
  const { url, httpUrl } = await startTestServer({ environment: "Quick" }, problems, undefined, {
    statistics: () => problems.statistics,
  });
  const peer = await Peer.open(url);
  await peer.ask({ type: "reset" });
  await peer.ask({ type: "reset", data: { environment: "Throwing" } });
  await peer.ask({ type: "reset", data: { environment: "Quick" } });
  await peer.ask({ type: "step", data: { output: "<answer>1</answer>" } });
  const made = await fetch(`${httpUrl}/curricula/main`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ environments: ["Quick"] }),
  });
  expect(made.status).toBe(200);
  return scrape(httpUrl);
}

/** What Prometheus adds to each line that it scrapes. */
const ADDED = ["instance", "job"];

const SELECTOR = /\b((?:rlvegym|process)_\w+)(?:\{([^}]*)\})?/g;

/** Metrics, labels and values in queries that the server does not have. */
function findUnknown(query: string, { lines }: Exposition): string[] {
  const unknown: string[] = [];
  const of = new Set<string>();
  for (const [, name, selector = ""] of query.matchAll(SELECTOR)) {
    const own = lines.filter((line) => line.name === name);
    if (own.length === 0) unknown.push(name);
    for (const label of own.flatMap(({ labels }) => Object.keys(labels))) of.add(label);
    for (const [, label, operator, value] of selector.matchAll(/(\w+)(=~|!~|!=|=)"([^"]*)"/g)) {
      if (ADDED.includes(label)) continue;
      const values = own.map(({ labels }) => labels[label]);
      if (values.includes(undefined as never)) unknown.push(`${name}{${label}}`);
      const isExact = operator === "=" || operator === "!=";
      if (isExact && !values.includes(value)) unknown.push(`${name}{${label}="${value}"}`);
    }
  }
  for (const [, labels] of query.matchAll(/\bby \(([^)]*)\)/g)) {
    for (const label of labels.split(/,\s*/)) {
      if (!of.has(label) && !ADDED.includes(label)) unknown.push(`by (${label})`);
    }
  }
  return unknown;
}

test("the queries of the dashboard and of docs/operating.md ask for what /metrics has", async () => {
  const metrics = await scrapeAll();
  const queries = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  expect(queries.length).toBeGreaterThan(30);
  for (const query of queries) expect(findUnknown(query, metrics), query).toEqual([]);
  for (const { query } of dashboard.templating.list.slice(1)) {
    const [, name, label] = /^label_values\((\w+), (\w+)\)$/.exec(query) ?? [];
    expect(findUnknown(`sum by (${label}) (${name})`, metrics), query).toEqual([]);
  }
  const examples = [...page.matchAll(/```promql\n(.*?)```/gs)].map(([, text]) => text);
  expect(examples).toHaveLength(1);
  for (const query of examples[0].replaceAll(/^#.*$/gm, "").split("\n\n")) {
    expect(findUnknown(query, metrics), query).toEqual([]);
  }

  // The table of the page and the dashboard leave no metric out.
  const told = new Set([...page.matchAll(/`(\w+)(?:\{[^}]*\})?`/g)].map(([, name]) => name));
  const shown = queries.join("\n");
  const beside = [
    "rlvegym_info",
    "rlvegym_draining",
    "rlvegym_curricula",
    "process_start_time_seconds",
  ];
  for (const name of metrics.types.keys()) {
    expect(told, `docs/operating.md without ${name}`).toContain(name);
    if (beside.includes(name) || ["rlvegym_tasks_total", "rlvegym_cache_problems"].includes(name))
      continue;
    expect(shown, `the dashboard without ${name}`).toContain(name);
  }
});

test("a query that asks for what there is not is found", async () => {
  const metrics = await scrapeAll();
  expect(findUnknown("rlvegym_session", metrics)).toEqual(["rlvegym_session"]);
  expect(findUnknown('rlvegym_requests_total{typ="step"}', metrics)).toContain(
    "rlvegym_requests_total{typ}",
  );
  expect(findUnknown('rlvegym_requests_total{type="stepp"}', metrics)).toEqual([
    'rlvegym_requests_total{type="stepp"}',
  ]);
  expect(findUnknown("sum by (kind) (rlvegym_requests_total)", metrics)).toEqual(["by (kind)"]);
});

test("its panels have ids and places of their own, and legends that their queries give", () => {
  const { panels } = dashboard;
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos: { h, w, x, y } }) =>
    Array.from({ length: h * w }, (_, at) => `${x + (at % w)}/${y + Math.floor(at / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  for (const { title, targets = [] } of panels) {
    for (const { expr, legendFormat } of targets) {
      for (const [, label] of legendFormat.matchAll(/\{\{(\w+)\}\}/g)) {
        const isGiven = expr.includes(`by (`)
          ? new RegExp(`by \\([^)]*\\b${label}\\b`)
          : /instance/;
        expect(expr, `${title}: ${legendFormat}`).toMatch(isGiven);
      }
    }
  }
});
