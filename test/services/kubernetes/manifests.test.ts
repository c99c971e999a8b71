import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findMisspelt, readConfig, settings } from "../../../src/config.ts";
import { planCapacity } from "../../../src/problems/workers/capacity.ts";
import { startTestServer } from "../../server/harness.ts";
import { pathOf, read, render, toNumber } from "./manifests.ts";

const folders = ["base", "overlays/small", "overlays/scaled"].map((name) =>
  pathOf(`deploy/kubernetes/${name}`),
);
const page = read("docs/deploying.md");
const [base, small, scaled] = render(...folders);
const all = Object.entries({ base, small, scaled });

test.each(all)(
  "%s has what Kubernetes' schemas want, and no field that they do not know",
  (_, own) => {
    expect(own.faults).toEqual([]);
    expect(own.kinds).toEqual(
      expect.arrayContaining([
        "ConfigMap",
        "Deployment",
        "NetworkPolicy",
        "PodDisruptionBudget",
        "Service",
      ]),
    );
  },
);

test("misspelt fields and files that are not there are found", () => {
  const folder = mkdtempSync(join(tmpdir(), "rlve-gym-kubernetes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(pathOf("deploy/kubernetes"), folder, { recursive: true });
  const misspell = (file: string, from: string, to: string) => {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(folder, file), text.replace(from, to));
  };
  misspell("base/deployment.yaml", "readOnlyRootFilesystem:", "readOnlyRootFileSystem:");
  misspell("overlays/scaled/pod-monitor.yaml", "scrapeTimeout:", "scrapeTimeOut:");
  misspell("overlays/small/kustomization.yaml", "../../base", "../../bass");
  const [wrong, missing] = render(join(folder, "overlays/scaled"), join(folder, "overlays/small"));
  expect(wrong.faults.join("\n")).toContain("readOnlyRootFileSystem");
  expect(wrong.faults.join("\n")).toContain("scrapeTimeOut");
  expect(missing.faults.join("\n")).toContain("bass");
});

test.each(all)("%s: a server's settings are some that it has", (_, own) => {
  const config = own.variables;
  const known = Object.values(settings).map(({ variable }) => variable);
  for (const variable of Object.keys(config)) expect(known).toContain(variable);
  expect(findMisspelt(config)).toEqual([]);
  expect(() => readConfig(config)).not.toThrow();
});

test.each(all)("%s: selectors select the pods that they should", (_, own) => {
  const { selector, template } = own.one("Deployment");
  const { labels } = template.metadata;
  expect(labels).toMatchObject(selector.matchLabels);
  const service = own.one("Service").selector;
  const selectors = [
    service,
    own.one("PodDisruptionBudget").selector.matchLabels,
    own.one("NetworkPolicy").podSelector.matchLabels,
    ...template.spec.topologySpreadConstraints.map((one) => one.labelSelector.matchLabels),
    ...[...own.all("PodMonitor").values()].map((one) => one.selector.matchLabels),
  ];
  for (const one of selectors) expect(one).toEqual(selector.matchLabels);
  for (const store of own.all("StatefulSet").values()) {
    expect(store.template.metadata.labels).toMatchObject(store.selector.matchLabels);
    // The server's selectors leave the store alone.
    expect(store.template.metadata.labels).not.toMatchObject(service);
  }
});

test.each(all)("%s: ports and paths are those of the server", async (_, own) => {
  const { server } = own.pod;
  const { port } = readConfig(own.variables);
  expect(server.ports).toEqual([{ name: "http", containerPort: port }]);
  expect(read("Dockerfile")).toContain(`\nEXPOSE ${port}\n`);
  expect(own.one("Service").ports).toEqual([{ port, targetPort: "http" }]);
  expect(own.one("NetworkPolicy").ingress.flatMap(({ ports }) => ports)).toEqual([
    { port: "http" },
  ]);
  const probes = [server.startupProbe, server.livenessProbe, server.readinessProbe];
  expect(probes.map(({ httpGet }) => httpGet)).toEqual(
    ["/health", "/health", "/ready"].map((path) => ({ path, port: "http" })),
  );
  const monitors = [...own.all("PodMonitor").values()].flatMap((one) => one.podMetricsEndpoints);
  const { httpUrl } = await startTestServer();
  for (const { port, path } of [...probes.map(({ httpGet }) => httpGet), ...monitors]) {
    expect(port).toBe("http");
    expect((await fetch(httpUrl + path)).status, path).toBe(200);
  }
});

test.each(all)("%s: there is time to leave the service, to drain and to end", (_, own) => {
  const { server, terminationGracePeriodSeconds } = own.pod;
  const { drainTimeoutS } = readConfig(own.variables);
  const needed = server.lifecycle.preStop.sleep.seconds + drainTimeoutS;
  expect(server.lifecycle.preStop.sleep.seconds).toBeGreaterThan(0);
  expect(terminationGracePeriodSeconds).toBeGreaterThanOrEqual(needed + 10);
});

const RESTRICTED = {
  pod: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
  container: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  },
};

test.each(all)("%s: containers may do next to nothing, servers as whatever user", (_, own) => {
  expect(own.pod.securityContext).toEqual(RESTRICTED.pod);
  // As the image says, which runAsNonRoot can tell only from a number.
  expect(read("Dockerfile")).toMatch(/^USER [1-9]\d*$/m);
  for (const { template } of [
    ...own.all("Deployment").values(),
    ...own.all("StatefulSet").values(),
  ]) {
    expect(template.spec.securityContext).toMatchObject(RESTRICTED.pod);
    expect(template.spec.containers[0].securityContext).toEqual(RESTRICTED.container);
  }
});

/** A figure of the page on sizes, in bytes. */
function told(row: string): number {
  const [, amount, unit] =
    new RegExp(`^\\| ${row}.* \\| (\\d+) (MB|kB) \\|$`, "m").exec(page) ?? [];
  return Number(amount) * { MB: 1e6, kB: 1e3 }[unit as "MB" | "kB"];
}

test.each(all)(
  "%s: what it asks for holds a server at work, and the limit a hostile client",
  (_, own) => {
    const { requests, limits } = own.pod.server.resources;
    const memoryBytes = toNumber(limits.memory);
    const [, stated] = /memory_mb: (\d+)/.exec(read("openenv.yaml")) ?? [];
    expect(memoryBytes).toBeGreaterThanOrEqual(Number(stated) * 2 ** 20);
    const machine = { processors: toNumber(limits.cpu), memoryBytes };
    const { workers, spareWorkers } = planCapacity({}, machine);
    expect(workers).toBe(Math.max(1, machine.processors - 1));
    const { maxSessions } = readConfig(own.variables);
    const usual =
      told("the server's process") +
      (workers + spareWorkers) * told("a worker") +
      (maxSessions / 4) * told("a session");
    expect(toNumber(requests.memory)).toBeGreaterThan(usual);
  },
);

test("the images are the one that the README builds", () => {
  const [, name] = /docker build -t (\S+):/.exec(read("README.md")) ?? [];
  expect(base.pod.server.image).toBe(name);
  const { version } = JSON.parse(read("package.json"));
  for (const own of [small, scaled]) {
    expect(own.pod.server.image).toBe(`registry.example.com/${name}:${version}`);
  }
});
