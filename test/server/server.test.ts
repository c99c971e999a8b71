import { spawn } from "node:child_process";
import { connect as connectTcp } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { isUws, Peer, startTestServer, until } from "./harness.ts";

const sorting = environments.get("Sorting");
if (sorting === undefined) throw new Error("Sorting is not registered");

test.each(["json", "msgpack"] as const)("a picture in %s", async (encoding) => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  const data = { problems: [{ problem_id: "ShortestPath@2/0/1" }], include: ["picture"] };
  const reply = await peer.ask({ type: "generate", data }, encoding);
  expect(reply.data.problems[0].picture).toEqual({
    kind: "graph",
    vertices: [{ label: "0" }, { label: "1" }, { label: "2" }, { label: "3" }],
    edges: [
      { from: 2, to: 3, label: "1", directed: true },
      { from: 1, to: 2, label: "1", directed: true },
      { from: 0, to: 1, label: "1", directed: true },
    ],
  });
});

test.each(["json", "msgpack"] as const)(
  "%s: a worker resets, answers and is rewarded",
  async (encoding) => {
    const { url } = await startTestServer();
    const peer = await Peer.open(url);
    const reset = await peer.ask(
      { type: "reset", data: { environment: "Sorting", difficulty: 2, seed: 5 } },
      encoding,
    );
    const problem = generateProblem(sorting, 2, 5);
    expect(reset).toMatchObject({ type: "observation", data: { reward: null, done: false } });
    expect(reset.data.observation.problem_input).toBe(problem.prompt);
    const output = `I think <answer>${sorting.solve(problem.instance)}</answer>`;
    const step = await peer.ask({ type: "step", data: { output }, id: "a" }, encoding);
    expect(step).toMatchObject({
      type: "observation",
      id: "a",
      data: {
        observation: {
          verifier_result: { reward: 1, accuracy: 1, format_score: 1 },
          success: true,
        },
        reward: 1,
        done: true,
      },
    });
    expect((await peer.ask({ type: "state" }, encoding)).data).toMatchObject({
      num_samples: 1,
      sum_accuracy: 1,
      seed: 6,
      problem_input: problem.prompt,
    });
  },
);

test("a reply comes in the encoding of its request, on one connection", async () => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  const isBinary: boolean[] = [];
  peer.socket.on("message", (_data, binary) => isBinary.push(binary));
  for (const encoding of ["json", "msgpack", "json"] as const) {
    await peer.ask({ type: "state" }, encoding);
  }
  expect(isBinary).toEqual([false, true, false]);
});

test("a thousand pipelined requests are answered in order", async () => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  for (let id = 0; id < 1000; id++) {
    if (id % 10 === 0) peer.send({ type: "reset", id });
    else peer.send({ type: "step", data: { output: "<answer>1</answer>" }, id }, "msgpack");
  }
  for (let id = 0; id < 1000; id++) {
    expect((await peer.expectReply()).id).toBe(id);
  }
});

test("batches: verify by id, reference, config and the current problem", async () => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  const problem = generateProblem(sorting, 1, 9);
  const right = `<answer>${sorting.solve(problem.instance)}</answer>`;
  const outputs = [right, "<answer>1</answer>", "?"];
  await peer.ask({ type: "reset", data: { environment: "Sorting", difficulty: 1, seed: 9 } });
  const { type, data } = await peer.ask({
    type: "verify",
    data: {
      explain: true,
      problems: [
        { problem_id: "Sorting@2/1/9", outputs },
        { environment: "Sorting", difficulty: 1, seed: 9, outputs },
        { environment: "Sorting", config: { parameter: problem.instance }, outputs },
        { outputs },
        { environment: "Sortin", difficulty: 1, seed: 9, outputs },
        { environment: "Sorting", outputs },
        { problem_id: "Sorting@999/1/9", outputs: [] },
      ],
    },
  });
  expect(type).toBe("verified");
  const columns = {
    reward: [1, -0.5, -1],
    accuracy: [1, 0, 0],
    format_score: [1, 1, 0],
    reason: [
      null,
      expect.stringContaining("1 integer instead of"),
      expect.stringContaining("no answer between"),
    ],
  };
  expect(data.results.slice(0, 4)).toEqual([columns, columns, columns, columns]);
  const errors = data.results
    .slice(4)
    .map(({ error }: { error: { message: string } }) => error.message);
  expect(errors[0]).toContain("Did you mean 'Sorting'");
  expect(errors[1]).toContain("missing: difficulty, seed");
  expect(errors[2]).toContain("version 999");
  // Only the outputs for the current problem count in the session's statistics.
  expect((await peer.ask({ type: "state" })).data).toMatchObject({
    num_samples: 3,
    sum_accuracy: 1,
  });
});

test("batches: generate gives problems, and answers only when the server exposes them", async () => {
  const request = (include: string[]) => ({
    type: "generate",
    data: {
      problems: [
        { problem_id: "Knapsack@1/2/3" },
        { environment: "Knapsack", difficulty: 2, seed: 4 },
        { environment: "?", difficulty: 0, seed: 0 },
      ],
      include,
    },
  });
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  const { data } = await peer.ask(request([]));
  expect(data.problems[0]).toEqual({
    problem_id: "Knapsack@1/2/3",
    environment: "Knapsack",
    difficulty: 2,
    seed: 3,
    parameters: { N: 5 },
    split: expect.stringMatching(/^(train|test)$/),
    problem_input: expect.stringContaining("There are 5 items"),
  });
  expect(data.problems[2]).toMatchObject({ environment: "?", error: { code: "VALIDATION_ERROR" } });
  const refused = await peer.ask(request(["config"]));
  expect(refused.data).toMatchObject({ code: "VALIDATION_ERROR" });
  expect(refused.data.message).toContain("RLVEGYM_EXPOSE_ANSWERS");

  const exposing = await startTestServer({ exposeAnswers: true });
  const trusted = await Peer.open(exposing.url);
  const { data: exposed } = await trusted.ask(request(["config", "reference_answer"]));
  const [{ config, reference_answer }] = exposed.problems;
  const verified = await trusted.ask({
    type: "verify",
    data: {
      problems: [
        { environment: "Knapsack", config, outputs: [`<answer>${reference_answer}</answer>`] },
      ],
    },
  });
  expect(verified.data.results[0].accuracy).toEqual([1]);
});

test("a batch of very many problems is refused as too large, too", async () => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  const problems = Array.from({ length: 100_000 }, () => ({ outputs: [] }));
  const { data } = await peer.ask({ type: "verify", data: { problems } });
  expect(data.code).toBe("BATCH_TOO_LARGE");
});

test("batches beyond the limits are refused whole", async () => {
  const { url } = await startTestServer({ maxBatch: 4 });
  const peer = await Peer.open(url);
  const outputs = Array.from({ length: 5 }, () => "");
  const problem = { problem_id: "Sorting@2/0/0" };
  for (const message of [
    { type: "verify", data: { problems: [{ ...problem, outputs }] } },
    { type: "verify", data: { problems: outputs.map(() => ({ ...problem, outputs: [] })) } },
    { type: "generate", data: { problems: outputs.map(() => problem) } },
    outputs.map(() => ({ type: "state" })),
  ]) {
    const { data } = await peer.ask(message);
    expect(data.code).toBe("BATCH_TOO_LARGE");
    expect(data.message).toMatch(/^(The array has )?5 .*at most 4/);
  }
});

test.each([
  ["garbage", "garbage", "INVALID_JSON"],
  ["half a message", '{"type":"sta', "INVALID_JSON"],
  ["nothing", "", "INVALID_JSON"],
  ["NaN", '{"type":"reset","data":{"seed":NaN}}', "INVALID_JSON"],
  ["deep nesting", "[".repeat(100_000) + "]".repeat(100_000), "INVALID_JSON"],
  ["a number", "5", "VALIDATION_ERROR"],
  ["null", "null", "VALIDATION_ERROR"],
  ["no type", "{}", "UNKNOWN_TYPE"],
  ["an unknown type", '{"type":"rest"}', "UNKNOWN_TYPE"],
  ["a type that objects inherit", '{"type":"constructor"}', "UNKNOWN_TYPE"],
  ["a type that is no text", '{"type":{"a":1}}', "UNKNOWN_TYPE"],
  ["an extra key", '{"type":"state","extra":1}', "VALIDATION_ERROR"],
  ["a __proto__ key", '{"type":"state","__proto__":{"type":"reset"}}', "VALIDATION_ERROR"],
  [
    "__proto__ in the data",
    '{"type":"step","data":{"output":"","__proto__":{}}}',
    "VALIDATION_ERROR",
  ],
  ["a step without output", '{"type":"step","data":{}}', "VALIDATION_ERROR"],
  ["a step without data", '{"type":"step"}', "VALIDATION_ERROR"],
  ["an output of the wrong type", '{"type":"step","data":{"output":5}}', "VALIDATION_ERROR"],
  ["a negative seed", '{"type":"reset","data":{"seed":-1}}', "VALIDATION_ERROR"],
  ["a fractional seed", '{"type":"reset","data":{"seed":1.5}}', "VALIDATION_ERROR"],
  ["a huge seed", '{"type":"reset","data":{"seed":99999999999999999999}}', "VALIDATION_ERROR"],
  ["a bad id", '{"type":"state","id":{}}', "VALIDATION_ERROR"],
  ["binary garbage", Buffer.from("c1ff00", "hex"), "INVALID_JSON"],
  ["binary nesting", Buffer.alloc(100_000, 0x91), "INVALID_JSON"],
  ["a binary claim of 4 G elements", Buffer.from("ddffffffff", "hex"), "INVALID_JSON"],
  ["no binary bytes", Buffer.alloc(0), "INVALID_JSON"],
])("a client that sends %s is told so, and goes on", async (_what, frame, code) => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  const { type, data } = await peer.askRaw(frame);
  expect(type).toBe("error");
  expect(data.code).toBe(code);
  expect(data.message.length).toBeLessThan(400);
  expect((await peer.ask({ type: "state" })).type).toBe("state");
});

test("validation errors say where", async () => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  const missing = await peer.ask({ type: "step", data: { metadata: {} } });
  expect(missing.data.errors).toEqual([
    { loc: ["output"], msg: "Field required", type: "missing" },
  ]);
  const extra = await peer.ask({ type: "step", data: { output: "", x: 1 }, id: 3 });
  expect(extra.id).toBe(3);
  expect(extra.data.errors).toEqual([
    { loc: ["x"], msg: "Extra inputs are not permitted", type: "extra_forbidden" },
  ]);
});

test("a message over the limit is answered, one over twice the limit closes", async () => {
  const { url, sessions } = await startTestServer({ maxMessageBytes: 10_000 });
  const peer = await Peer.open(url);
  const other = await Peer.open(url);
  const step = (size: number) => ({ type: "step", data: { output: "x".repeat(size) } });
  expect((await peer.ask(step(15_000))).data.code).toBe("MESSAGE_TOO_LARGE");
  expect((await peer.ask(step(5_000))).type).toBe("observation");
  peer.send(step(25_000));
  // uWebSockets.js cuts it off instead.
  expect((await peer.closed).code).toBe(isUws ? 1006 : 1009);
  expect((await other.ask({ type: "state" })).type).toBe("state");
  await until(() => sessions.active === 1, "the slot is given back");
});

test("a 17 MiB message is refused by the default limit of 16 MiB", async () => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  const message = { type: "step", data: { output: "x".repeat(17 * 2 ** 20) } };
  expect((await peer.ask(message, "msgpack")).data.code).toBe("MESSAGE_TOO_LARGE");
});

test("broken frames of the protocol close only their connection", async () => {
  const { url, address, sessions } = await startTestServer();
  const other = await Peer.open(url);
  for (const bytes of [
    // Not masked: to uWebSockets.js it is the beginning of a longer one.
    ...(isUws ? [] : [Buffer.from([0x81, 0x05, 1, 2, 3, 4, 5])]),
    Buffer.from([0xf1, 0x80, 0, 0, 0, 0]), // reserved bits
    Buffer.from([0x83, 0x80, 0, 0, 0, 0]), // an opcode that does not exist
    Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xff]), // text that is not UTF-8
  ]) {
    const tcp = connectTcp(address.port, "127.0.0.1");
    tcp.on("error", () => {});
    tcp.write(UPGRADE);
    await new Promise((resolve) => tcp.once("data", resolve));
    const answer: Buffer[] = [];
    tcp.on("data", (data: Buffer) => answer.push(data));
    const ended = new Promise((resolve) => tcp.once("close", resolve));
    tcp.write(bytes);
    await ended;
    const close = Buffer.concat(answer);
    if (isUws) expect(close).toHaveLength(0);
    else expect(close[0]).toBe(0x88);
    if (!isUws) expect([1002, 1007]).toContain(close.readUInt16BE(2));
  }
  await until(() => sessions.active === 1, "the slots are given back");
  expect((await other.ask({ type: "state" })).type).toBe("state");
});

const UPGRADE =
  "GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n";

test("a burst of connections never exceeds the capacity, and slots come back", async () => {
  const { url, sessions } = await startTestServer({ maxSessions: 10 });
  const peers = await Promise.all(Array.from({ length: 40 }, () => Peer.open(url)));
  const replies = await Promise.all(
    peers.map(async (peer) => {
      peer.send({ type: "state" });
      return peer.next();
    }),
  );
  expect(sessions.active).toBe(10);
  const refused = replies.filter((reply) => reply?.type === "error");
  expect(refused).toHaveLength(30);
  expect(refused[0]?.data).toEqual({
    message: "Server at capacity: 10/10 sessions active. Cannot accept new connections.",
    code: "CAPACITY_REACHED",
    active_sessions: 10,
    max_sessions: 10,
  });
  for (const [index, peer] of peers.entries()) if (index % 2 === 0) peer.socket.terminate();
  for (const [index, peer] of peers.entries()) if (index % 2 === 1) peer.socket.close();
  await until(() => sessions.active === 0, "all slots are given back");
  expect((await (await Peer.open(url)).ask({ type: "state" })).type).toBe("state");
});

test("half-open connections and handshakes that are broken off leave no slot behind", async () => {
  const { address, sessions, url } = await startTestServer({ maxSessions: 3 });
  for (let round = 0; round < 20; round++) {
    const tcp = connectTcp(address.port, "127.0.0.1");
    tcp.on("error", () => {});
    tcp.write(round % 2 === 0 ? UPGRADE : UPGRADE.slice(0, 60));
    if (round % 3 === 0) await delay(2);
    if (round % 4 === 0) tcp.end();
    else tcp.resetAndDestroy();
  }
  await until(() => sessions.active === 0, "all slots are given back");
  expect((await (await Peer.open(url)).ask({ type: "state" })).type).toBe("state");
});

test("only /ws and /mcp are sockets, whatever the target is", async () => {
  const { address, url } = await startTestServer();
  for (const target of ["//", "/", "/health", "/ws/x", "http://[", "*"]) {
    const tcp = connectTcp(address.port, "127.0.0.1");
    tcp.write(UPGRADE.replace("/ws", target));
    const answer = await new Promise((resolve) => tcp.once("data", resolve));
    expect(String(answer), target).toMatch(/^HTTP\/1.1 (40[04]|505) /);
    tcp.destroy();
  }
  expect((await (await Peer.open(url)).ask({ type: "state" })).type).toBe("state");
});

test("a killed process leaves no slot behind", async () => {
  const { url, sessions } = await startTestServer();
  const script = `
    const { WebSocket } = require("ws");
    for (let n = 0; n < 20; n++) {
      const ws = new WebSocket(process.argv[1]);
      ws.on("open", () => ws.send('{"type":"reset"}'));
    }`;
  const child = spawn(process.execPath, ["-e", script, url], { stdio: "inherit" });
  await until(() => sessions.active === 20, "the child connects");
  child.kill("SIGKILL");
  await until(() => sessions.active === 0, "the slots are given back");
});

test("a client that never reads does not make the server's memory grow", async () => {
  const { url, sessions } = await startTestServer();
  const peer = await Peer.open(url);
  await peer.ask({ type: "reset", data: { environment: "Sorting", difficulty: 30 } });
  peer.socket.pause();
  // Forty megabytes of requests, and more of replies.
  const step = { type: "step", data: { output: "x".repeat(2_000) } };
  for (let count = 0; count < 20_000; count++) peer.send(step);
  await delay(1_000);
  const [connection] = sessions.connections;
  expect(connection.waitingBytes).toBeLessThan(4 << 20);
  // Most requests are still with the client: the server stopped reading.
  expect(peer.socket.bufferedAmount).toBeGreaterThan(10 << 20);
  peer.socket.resume();
  for (let count = 0; count < 20_000; count++) {
    expect((await peer.expectReply()).type).toBe("observation");
  }
  expect((await peer.ask({ type: "state" })).data.num_samples).toBe(20_000);
});

test("a client that does not answer pings, or is silent, keeps its session until the idle time-out", async () => {
  const { url, sessions } = await startTestServer({ sessionIdleTimeoutS: 1 });
  const silent = await Peer.open(url, { autoPong: false });
  const busy = await Peer.open(url);
  for (let round = 0; round < 15; round++) {
    await busy.ask({ type: "state" });
    await delay(100);
  }
  expect(await silent.closed).toEqual({ code: 1001, reason: "the session was idle for too long" });
  expect(sessions.active).toBe(1);
});

test("pings are answered at once, also while a session waits", async () => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  peer.send({
    type: "generate",
    data: { problems: [{ environment: "Sorting", difficulty: 60, seed: 0 }] },
  });
  const pong = new Promise((resolve) => peer.socket.once("pong", resolve));
  peer.socket.ping();
  await pong;
  expect((await peer.expectReply()).type).toBe("generated");
});

test("seeds end at 2^53 - 1, which is said", async () => {
  const { url } = await startTestServer();
  const peer = await Peer.open(url);
  const reset = (seed: number | bigint) =>
    peer.ask({ type: "reset", data: { environment: "Sorting", seed } });
  expect((await reset(2 ** 53 - 1)).data.metadata.problem_id).toMatch(/\/9007199254740991$/);
  for (const seed of [2 ** 53, 1e300]) {
    const { data } = await reset(seed);
    expect(data).toMatchObject({
      code: "VALIDATION_ERROR",
      message: expect.stringContaining("9007199254740991"),
    });
  }
});

test("replies without progress end a session after the write time-out", async () => {
  const { url, sessions } = await startTestServer({ writeTimeoutS: 0.5 });
  const peer = await Peer.open(url);
  await peer.ask({ type: "reset", data: { environment: "Sorting", difficulty: 40 } });
  peer.socket.pause();
  for (let count = 0; count < 20_000; count++) peer.send({ type: "state" });
  await until(() => sessions.active === 0, "the session ends");
});

test("without the key nothing is answered but health and readiness", async () => {
  const { url, httpUrl } = await startTestServer({ apiKey: "secret" });
  for (const headers of [{}, { authorization: "Bearer wrong" }, { authorization: "secret" }]) {
    const peer = await Peer.open(url, { headers });
    peer.send({ type: "state" });
    expect((await peer.next())?.data.code).toBe("UNAUTHORIZED");
    expect((await peer.closed).code).toBe(1008);
    expect((await fetch(`${httpUrl}/environments`, { headers })).status).toBe(401);
  }
  for (const scheme of ["Bearer", "bearer", "BEARER"]) {
    const headers = { authorization: `${scheme} secret` };
    expect((await (await Peer.open(url, { headers })).ask({ type: "state" })).type).toBe("state");
    expect((await fetch(`${httpUrl}/environments`, { headers })).status).toBe(200);
  }
  expect((await fetch(`${httpUrl}/health`)).status).toBe(200);
  expect((await fetch(`${httpUrl}/ready`)).status).toBe(200);
});

test("draining finishes what waits, tells sessions 1001 and refuses new ones", async () => {
  const server = await startTestServer({ drainTimeoutS: 5 });
  const peer = await Peer.open(server.url);
  peer.send({ type: "reset", data: { environment: "Sorting", difficulty: 50 } });
  // A pong says that the frame before the ping has arrived.
  const pong = new Promise((resolve) => peer.socket.once("pong", resolve));
  peer.socket.ping();
  await pong;
  const drained = server.drain();
  expect((await peer.expectReply()).type).toBe("observation");
  expect((await peer.closed).code).toBe(1001);
  await drained;
  await expect(fetch(`${server.httpUrl}/health`)).rejects.toThrow();
});

test("while draining the server is not ready and lets no one in", async () => {
  const server = await startTestServer({ drainTimeoutS: 2 });
  const peer = await Peer.open(server.url);
  await peer.ask({ type: "reset", data: { environment: "Sorting", difficulty: 40 } });
  peer.socket.pause();
  for (let count = 0; count < 20_000; count++) peer.send({ type: "state" });
  const [connection] = server.sessions.connections;
  await until(() => connection.waitingBytes > 1 << 20, "replies wait");
  const drained = server.drain();
  expect((await fetch(`${server.httpUrl}/ready`)).status).toBe(503);
  expect((await fetch(`${server.httpUrl}/health`)).status).toBe(200);
  await expect(Peer.open(server.url)).rejects.toThrow("503");
  await drained;
  expect(server.sessions.active).toBe(0);
});
