import { pino } from "pino";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Config, readConfig } from "../../src/config.ts";
import { environments } from "../../src/environments/registry.ts";
import { createInProcessProblems } from "../../src/problems/in-process.ts";
import { Notices } from "../../src/server/notices.ts";
import { startServer } from "../../src/server/server.ts";
import { Peer, until } from "./harness.ts";

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** A server whose log is kept. */
async function startLogged(level: "info" | "debug", overrides: Partial<Config> = {}) {
  const text: string[] = [];
  const log = pino({ level, base: null }, { write: (line) => void text.push(line) });
  const server = await startServer({
    config: { ...readConfig({}), host: "127.0.0.1", port: 0, drainTimeoutS: 1, ...overrides },
    problems: createInProcessProblems({ registry: environments }),
    log,
  });
  onTestFinished(() => server.drain());
  const host = `127.0.0.1:${server.address.port}`;
  const lines = (): Line[] => text.map((line) => JSON.parse(line));
  return { url: `ws://${host}/ws`, httpUrl: `http://${host}`, text, lines, server };
}

/** Texts of clients, none of which may be logged. */
const SECRET = "do-not-log-me";

async function sendSecrets({ url, httpUrl }: { url: string; httpUrl: string }): Promise<void> {
  const peer = await Peer.open(url);
  await peer.ask({ type: "reset", data: { environment: "Sorting", seed: 3, [SECRET]: SECRET } });
  await peer.ask({ type: "step", data: { output: `<answer>${SECRET}</answer>` } });
  await peer.ask({ type: "verify", data: { problems: [{ outputs: [SECRET] }], explain: true } });
  await peer.ask({ type: SECRET });
  await peer.askRaw(`{"type": "step", "data": "${SECRET}`);
  const response = await fetch(`${httpUrl}/step`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-own": SECRET },
    body: JSON.stringify({ action: { output: SECRET }, environment: "Sorting", seed: 1 }),
  });
  expect(response.status).toBe(200);
  await (await fetch(`${httpUrl}/${SECRET}?key=${SECRET}`)).text();
  peer.socket.close();
  await peer.closed;
}

test("at info, what clients do as they should is not logged", async () => {
  const logged = await startLogged("info");
  await sendSecrets(logged);
  expect(logged.lines()).toEqual([]);
});

test("at debug each session and each request is, without outputs, answers or names of theirs", async () => {
  const logged = await startLogged("debug");
  await sendSecrets(logged);
  await until(() => logged.server.sessions.active === 0, "the session ends");
  expect(logged.text.join("")).not.toContain(SECRET);
  const lines = logged.lines();
  const begun = lines.find(({ msg }) => msg === "session begun");
  expect(begun).toMatchObject({
    level: 20,
    sessions: 1,
    session: expect.stringMatching(/^[\w-]{36}$/),
  });
  const session = begun?.session;
  const requests = lines.filter(({ msg }) => /^request: |^a frame/.test(msg));
  expect(requests).toMatchObject([
    { msg: "request: reset", session, environment: "Sorting" },
    { msg: "request: step", session, milliseconds: expect.any(Number) },
    { msg: "request: verify", session },
    { msg: "request: invalid", session, error: "UNKNOWN_TYPE" },
    { msg: "a frame was refused", session, error: "INVALID_JSON" },
  ]);
  const ofHttp = lines.filter(({ msg }) => msg.startsWith("request over HTTP"));
  expect(ofHttp).toMatchObject([
    { msg: "request over HTTP: POST", route: "step", status: 200 },
    { msg: "request over HTTP: GET", route: "other", status: 404 },
  ]);
  const ended = lines.find(({ msg }) => msg === "session ended");
  expect(ended).toMatchObject({ session, cause: "closed", steps: 2 });
});

test("at info, connections and requests that are refused are, by cause, and few lines for many", async () => {
  const { url, httpUrl, lines } = await startLogged("info", { apiKey: "key", maxSessions: 1 });
  for (let number = 0; number < 5; number++) {
    const peer = await Peer.open(url, { headers: { authorization: `Bearer ${SECRET}` } });
    await peer.closed;
    expect((await fetch(`${httpUrl}/state`)).status).toBe(401);
  }
  const headers = { authorization: "Bearer key" };
  await Peer.open(url, { headers });
  for (let number = 0; number < 5; number++) await (await Peer.open(url, { headers })).closed;
  const msg = "connections or requests were refused";
  expect(lines()).toMatchObject([
    { level: 30, msg, cause: "key", count: 1 },
    { level: 30, msg, cause: "capacity", count: 1 },
  ]);
});

test("at info, sessions that a time-out ends are", async () => {
  const { url, lines, server } = await startLogged("info", { sessionIdleTimeoutS: 0.1 });
  const peers = await Promise.all([Peer.open(url), Peer.open(url), Peer.open(url)]);
  await Promise.all(peers.map(({ closed }) => closed));
  await until(() => server.sessions.active === 0, "the sessions end");
  expect(lines()).toMatchObject([
    { level: 30, msg: "sessions ended by a time-out", cause: "idle", count: 1 },
  ]);
});

test("of lines of one kind one comes at once, and one every ten seconds with how many there were", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const info = vi.fn();
  const notices = new Notices({ info });
  for (let number = 0; number < 1000; number++) notices.note("refused", "key");
  notices.note("refused", "capacity");
  expect(info.mock.calls).toEqual([
    [{ cause: "key", count: 1 }, "refused"],
    [{ cause: "capacity", count: 1 }, "refused"],
  ]);
  vi.advanceTimersByTime(9_999);
  expect(info).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1);
  expect(info).toHaveBeenCalledTimes(3);
  expect(info).toHaveBeenLastCalledWith({ cause: "key", count: 999 }, "refused");
  // After a while without any, the next one is told at once again.
  vi.advanceTimersByTime(20_000);
  notices.note("refused", "key");
  expect(info).toHaveBeenLastCalledWith({ cause: "key", count: 1 }, "refused");
});
