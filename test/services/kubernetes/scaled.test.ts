import { expect, onTestFinished, test } from "vitest";
import { readConfig } from "../../../src/config.ts";
import { startTestServer } from "../../server/harness.ts";
import { scrape } from "../../server/metrics/exposition.ts";
import { RedisServer } from "../redis/redis-server.ts";
import { pathOf, read, render, toNumber } from "./manifests.ts";

/* What the overlay has beside servers: an autoscaler, a monitor, a store. */

const [scaled] = render(pathOf("deploy/kubernetes/overlays/scaled"));

test("the autoscaler follows a metric of the server, and leaves room for a server that goes", async () => {
  const { scaleTargetRef, metrics } = scaled.one("HorizontalPodAutoscaler");
  expect(scaleTargetRef).toMatchObject({ kind: "Deployment", name: "rlve-gym" });
  expect(scaled.one("Deployment").replicas).toBeUndefined();
  const { server } = scaled.pod;
  const [{ pods }, { containerResource }] = metrics;
  const { httpUrl } = await startTestServer();
  const { types } = await scrape(httpUrl);
  expect(types.get(pods?.metric.name ?? "")).toBe("gauge");
  const { maxSessions } = readConfig(scaled.variables);
  expect(pods?.target.averageValue).toBe(maxSessions / 4);
  expect(containerResource).toMatchObject({ name: "cpu", container: server.name });
  expect(toNumber(server.resources.requests.cpu)).toBeGreaterThan(0);

  const adapter = read("deploy/kubernetes/prometheus-adapter.yaml");
  expect(adapter).toContain(`seriesQuery: ${pods?.metric.name}{`);
  expect(adapter).toContain(`matches: ^${pods?.metric.name}$`);
});

test("the scaled servers and their monitor have one key, without which they do not start", () => {
  const [{ name, valueFrom }] = scaled.pod.server.env;
  expect(name).toBe("RLVEGYM_API_KEY");
  const [{ authorization }] = scaled.one("PodMonitor").podMetricsEndpoints;
  expect(valueFrom.secretKeyRef).toEqual({ ...authorization.credentials, optional: false });
});

test("the servers' store is the Valkey, which they alone reach", async () => {
  const url = new URL(scaled.variables.RLVEGYM_STORE);
  const store = scaled.one("StatefulSet", url.hostname);
  const service = scaled.one("Service", url.hostname);
  expect(store.serviceName).toBe(url.hostname);
  expect(store.selector.matchLabels).toEqual(service.selector);
  const [container] = store.template.spec.containers;
  expect(container.ports).toEqual([
    { name: service.ports[0].targetPort, containerPort: Number(url.port) },
  ]);
  expect(service.ports[0].port).toBe(Number(url.port));
  const [egress] = scaled.one("NetworkPolicy").egress;
  expect(egress).toEqual({
    to: [{ podSelector: store.selector }],
    ports: [{ port: Number(url.port) }],
  });
  const policy = scaled.one("NetworkPolicy", url.hostname);
  expect(policy.podSelector).toEqual(store.selector);
  expect(policy.ingress).toEqual([
    {
      from: [{ podSelector: scaled.one("Deployment").selector }],
      ports: [{ port: container.ports[0].name }],
    },
  ]);

  // Redis has the same flags.
  const redis = await RedisServer.start(...container.args);
  onTestFinished(() => redis.end());
  const told = await redis.ask((client) => client.config("GET", "maxmemory*", "append*"));
  expect(told).toEqual(expect.arrayContaining(["noeviction", String(256 * 2 ** 20), "always"]));
  expect(toNumber(container.resources.limits.memory)).toBeGreaterThan(2 * 256 * 2 ** 20);
});
