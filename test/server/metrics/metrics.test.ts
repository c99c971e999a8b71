import { expect, onTestFinished, test } from "vitest";
import { environments } from "../../../src/environments/registry.ts";
import { createPooledProblems } from "../../../src/problems/pooled.ts";
import { badWorkers, workers } from "../../built.ts";
import { environments as badEnvironments } from "../../problems/worker-environments.ts";
import { Peer, startTestServer, until } from "../harness.ts";
import { scrape } from "./exposition.ts";

function openPool(registry = environments, modules = workers, generationTimeoutMs = 10_000) {
  const problems = createPooledProblems({ registry, ...modules, generationTimeoutMs, workers: 1 });
  onTestFinished(() => problems.close());
  return problems;
}

async function startCounted() {
  const problems = openPool();
  const server = await startTestServer({}, problems, undefined, {
    statistics: () => problems.statistics,
  });
  return { ...server, problems };
}

test("sessions, requests, verdicts, rewards, generations, cache and bytes are counted", async () => {
  const { url, httpUrl, sessions } = await startCounted();
  const peer = await Peer.open(url);
  const reset = { type: "reset", data: { environment: "Sorting", seed: 1, difficulty: 1 } };
  const frames = [JSON.stringify(reset)];
  await peer.ask(reset);
  await peer.ask(reset);
  const outputs = ["no answer", "<answer>no numbers</answer>", "<answer>0</answer>"];
  await peer.ask({ type: "step", data: { output: outputs[0] } });
  const { data } = await peer.ask({ type: "verify", data: { problems: [{ outputs }] } });
  await peer.ask({ type: "stepp" });
  await peer.askRaw("{");
  await (
    await fetch(`${httpUrl}/verify`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        problems: [{ environment: "Sorting", difficulty: 1, seed: 1, outputs: ["ünknown"] }],
      }),
    })
  ).text();

  const metrics = await scrape(httpUrl);
  const { value } = metrics;
  expect(value("rlvegym_sessions")).toBe(1);
  expect(value("rlvegym_sessions_max")).toBe(16_384);
  expect(value("rlvegym_connections_opened_total", { endpoint: "ws" })).toBe(1);
  expect(value("rlvegym_requests_total", { type: "reset" })).toBe(2);
  expect(value("rlvegym_requests_total", { type: "step" })).toBe(1);
  expect(value("rlvegym_requests_total", { type: "verify" })).toBe(1);
  expect(value("rlvegym_requests_total", { type: "invalid" })).toBe(2);
  expect(value("rlvegym_request_errors_total", { code: "UNKNOWN_TYPE" })).toBe(1);
  expect(value("rlvegym_request_errors_total", { code: "INVALID_JSON" })).toBe(1);
  expect(value("rlvegym_http_requests_total", { route: "verify", status: "200" })).toBe(1);

  const { accuracy, reward, format_score } = data.results[0];
  const isRight = accuracy.map((own: number) => own === 1);
  const count = (name: string) =>
    value("rlvegym_verifications_total", { environment: "Sorting", verdict: name });
  expect(isRight).toEqual([false, false, false]);
  expect(count("right")).toBe(0);
  const malformed = format_score.filter((own: number) => own === 0).length;
  expect(count("malformed")).toBe(malformed + 2);
  expect(count("wrong")).toBe(3 - malformed);
  expect(count("failed")).toBe(0);
  const lost = reward.reduce((sum: number, own: number) => sum + Math.max(0, -own), 2);
  const gained = reward.reduce((sum: number, own: number) => sum + Math.max(0, own), 0);
  expect(value("rlvegym_rewards_total", { environment: "Sorting", sign: "negative" })).toBe(lost);
  expect(value("rlvegym_rewards_total", { environment: "Sorting", sign: "positive" })).toBe(gained);

  expect(value("rlvegym_generations_total", { environment: "Sorting" })).toBe(1);
  const seconds = value("rlvegym_generation_seconds_total", { environment: "Sorting" });
  expect(seconds).toBeGreaterThan(0);
  expect(value("rlvegym_task_seconds_sum", { task: "generate" })).toBe(seconds);
  expect(value("rlvegym_task_seconds_bucket", { task: "generate", le: "+Inf" })).toBe(1);
  expect(value("rlvegym_tasks_total", { task: "generate", fate: "done" })).toBe(1);
  expect(value("rlvegym_cache_problems")).toBe(1);
  expect(value("rlvegym_cache_requests_total", { result: "miss" })).toBe(1);
  expect(value("rlvegym_cache_requests_total", { result: "hit" })).toBe(2);
  expect(value("rlvegym_workers_ready")).toBeGreaterThan(0);
  expect(value("rlvegym_tasks_queued")).toBe(0);
  expect(value("rlvegym_received_bytes_total")).toBeGreaterThan(2 * frames[0].length);

  peer.socket.close();
  await until(() => sessions.active === 0, "the session ends");
  const later = await scrape(httpUrl);
  expect(later.value("rlvegym_sessions")).toBe(0);
  expect(later.value("rlvegym_sessions_ended_total", { cause: "closed" })).toBe(1);
  expect(later.value("rlvegym_http_requests_total", { route: "getMetrics", status: "200" })).toBe(
    1,
  );
});

test("bytes are those of the messages, of JSON that is sent the characters", async () => {
  const { url, httpUrl } = await startTestServer();
  const peer = await Peer.open(url);
  let sent = 0;
  peer.socket.on("message", (data: Buffer, isBinary: boolean) => {
    sent += isBinary ? data.length : data.toString().length;
  });
  const message = { type: "reset", data: { environment: "Sörting" } };
  await peer.ask(message);
  await peer.ask({ type: "state" }, "msgpack");
  const { value } = await scrape(httpUrl);
  expect(value("rlvegym_sent_bytes_total")).toBe(sent);
  const received = Buffer.byteLength(JSON.stringify(message)) + 12;
  expect(value("rlvegym_received_bytes_total")).toBe(received);
});

test("refusals are counted by cause; /metrics needs the key", async () => {
  const server = await startTestServer({ apiKey: "key", maxSessions: 1 });
  const authorization = "Bearer key";
  await Peer.open(server.url, { headers: { authorization } });
  const full = await Peer.open(server.url, { headers: { authorization } });
  await full.closed;
  const keyless = await Peer.open(server.url);
  await keyless.closed;
  expect((await fetch(`${server.httpUrl}/metrics`)).status).toBe(401);
  const foreign = { authorization, origin: "https://foreign.example" };
  expect((await fetch(`${server.httpUrl}/state`, { headers: foreign })).status).toBe(403);
  const page = new Peer(server.url, { headers: foreign });
  await page.closed;
  const lost = await Peer.open(`${server.url}?session_id=none`, { headers: { authorization } });
  await lost.closed;

  const { value } = await scrape(server.httpUrl, { authorization });
  const refused = (cause: string) => value("rlvegym_refused_total", { cause });
  expect(refused("capacity")).toBe(1);
  expect(refused("key")).toBe(2);
  expect(refused("origin")).toBe(2);
  expect(refused("session")).toBe(1);
  expect(value("rlvegym_http_requests_total", { route: "other", status: "401" })).toBe(1);
});

test("failures of generation are counted by environment and cause", async () => {
  const problems = openPool(badEnvironments, badWorkers, 300);
  const { httpUrl } = await startTestServer({ environment: "Quick" }, problems, undefined, {
    statistics: () => problems.statistics,
  });
  const generate = (environment: string, difficulty = 0) =>
    problems.generate({ environment, difficulty, seed: 0 });
  await Promise.all([
    generate("Endless"),
    generate("Throwing"),
    generate("Refusing", 5),
    generate("Exiting"),
  ]);
  const { value, lines } = await scrape(httpUrl);
  const failures = (environment: string, cause: string) =>
    value("rlvegym_generation_failures_total", { environment, cause });
  expect(failures("Endless", "deadline")).toBe(1);
  expect(failures("Throwing", "threw")).toBe(1);
  expect(failures("Refusing", "refused")).toBe(1);
  expect(failures("Exiting", "crashed")).toBe(1);
  expect(lines.filter(({ name }) => name === "rlvegym_generation_failures_total")).toHaveLength(4);
  const endless = { environment: "Endless" };
  expect(value("rlvegym_generations_total", endless)).toBe(0);
  expect(value("rlvegym_generation_seconds_total", endless)).toBeCloseTo(0.3, 5);
  expect(value("rlvegym_tasks_total", { task: "generate", fate: "crashed" })).toBe(1);
});

test("tops and draws of curricula, as many as are bounded", async () => {
  const { httpUrl } = await startTestServer();
  const put = async (name: string, definition: object) => {
    const response = await fetch(`${httpUrl}/curricula/${name}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(definition),
    });
    expect(response.status).toBe(200);
  };
  await put("main", { environments: ["Sorting"], start: 2, min_samples: 1, threshold: 1 });
  const post = (path: string, body: object) =>
    fetch(`${httpUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  expect((await post("/generate", { curriculum: "main", count: 3 })).status).toBe(200);
  const top = { curriculum: "main", environment: "Sorting" };
  const before = await scrape(httpUrl);
  expect(before.value("rlvegym_curricula")).toBe(1);
  expect(before.value("rlvegym_curriculum_top", top)).toBe(2);
  expect(before.value("rlvegym_curriculum_draws_total", { curriculum: "main" })).toBe(3);

  for (let number = 0; number < 6; number++) await put(`all-${number}`, {});
  const { lines, value } = await scrape(httpUrl);
  expect(value("rlvegym_curricula")).toBe(7);
  const tops = lines.filter(({ name }) => name === "rlvegym_curriculum_top");
  expect(tops.length).toBeGreaterThan(environments.size);
  expect(tops.length).toBeLessThanOrEqual(2000);
});

test("each metric has a help text, a type and a name by Prometheus' rules; labels are few", async () => {
  const { httpUrl, url } = await startCounted();
  const peer = await Peer.open(url);
  await peer.ask({ type: `${"x".repeat(1000)}` });
  await fetch(`${httpUrl}/no/such/page`);
  await fetch(`${httpUrl}/environments/Nothing`);
  const { types, helps, lines } = await scrape(httpUrl);
  expect([...helps.keys()]).toEqual([...types.keys()]);
  for (const [name, type] of types) {
    expect(name).toMatch(/^(rlvegym|process)_[a-z_]+$/);
    expect(name.endsWith("_total"), name).toBe(type === "counter");
    expect(helps.get(name)).toMatch(/^.{5,}\.$/);
  }
  const values = new Map<string, Set<string>>();
  for (const { labels } of lines) {
    for (const [label, value] of Object.entries(labels)) {
      expect(value.length).toBeLessThan(80);
      values.set(label, (values.get(label) ?? new Set()).add(value));
    }
  }
  for (const [label, own] of values) {
    expect(own.size, label).toBeLessThanOrEqual(label === "environment" ? environments.size : 20);
  }
});
