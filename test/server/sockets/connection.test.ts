import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createLog } from "../../../src/log.ts";
import type { Problems } from "../../../src/problems/problems.ts";
import { ProtocolError } from "../../../src/protocol/errors.ts";
import { handlers } from "../../../src/requests/handlers.ts";
import { Counts } from "../../../src/server/metrics/counts.ts";
import { type Answering, answerFrame } from "../../../src/server/sockets/answer-frame.ts";
import { Connection } from "../../../src/server/sockets/connection.ts";
import { RequestNotes } from "../../../src/server/sockets/request-notes.ts";
import { UnsentReplies } from "../../../src/server/sockets/unsent.ts";
import { Backlog } from "../../../src/server/sockets/waiting-requests.ts";
import { Session } from "../../../src/session/session.ts";
import { createLateProblems, createTestContext } from "../../requests/context.ts";
import { until } from "../harness.ts";
import { FakeSocket } from "./fake-socket.ts";

/** What one connection may have waiting in any case; all are small enough to be reached. */
const SHARE = 1 << 18;
const MOST = 1 << 20;
const ALL_TOGETHER = 3 << 19;

const createBacklog = () => new Backlog({ share: SHARE, most: MOST, allTogether: ALL_TOGETHER });

function connect(problems: Problems = createLateProblems(), backlog = createBacklog()) {
  const context = createTestContext({ problems });
  const session = new Session(context);
  const bugs: unknown[] = [];
  let ends = 0;
  const counts = new Counts();
  const answering: Answering = {
    context,
    session,
    handlers: { ...handlers, mcp: () => ({}), tool: () => new ProtocolError("SESSION_ERROR", "") },
    report: (bug) => bugs.push(bug),
    notes: new RequestNotes(counts, createLog("silent")),
  };
  const connection = new Connection(
    (data, isBinary) => answerFrame(data, isBinary, answering),
    { unsent: new UnsentReplies(Number.POSITIVE_INFINITY), backlog, traffic: counts.traffic },
    () => ends++,
  );
  const socket = new FakeSocket();
  connection.attach(socket);
  const send = (message: unknown) =>
    connection.message(Buffer.from(JSON.stringify(message)), false);
  const replies = () => socket.sent.map((frame) => JSON.parse(frame));
  return { connection, socket, send, replies, bugs, counts, ends: () => ends, session };
}

/** Problems whose generation waits until the test lets it go on. */
function createGatedProblems() {
  const inner = createLateProblems();
  const gates: (() => void)[] = [];
  const problems = createLateProblems({
    generate: (reference) =>
      new Promise((resolve) => gates.push(() => resolve(inner.generate(reference)))),
  });
  return { problems, open: () => gates.shift()?.() };
}

async function settle(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await turn();
}

test("replies come in the order of requests, also behind one that waits", async () => {
  const { problems, open } = createGatedProblems();
  const { send, replies } = connect(problems);
  send({ type: "state", id: 1 });
  send({ type: "reset", id: 2 });
  send({ type: "state", id: 3 });
  send({ type: "step", data: { output: "" }, id: 4 });
  await settle();
  expect(replies().map(({ id }) => id)).toEqual([1]);
  open();
  await settle();
  expect(replies().map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  expect(replies()[2].data.seed).toBe(1);
});

test("a step behind a reset is answered at once, without another turn of the loop", async () => {
  const { send, replies } = connect();
  send({ type: "reset" });
  await settle();
  send({ type: "step", data: { output: "<answer>0</answer>" } });
  expect(replies()).toHaveLength(2);
});

test("a peer that does not read is not worked for, and loses nothing", async () => {
  const { connection, socket, send, replies } = connect();
  socket.bufferedBytes = 2 << 20;
  for (let id = 0; id < 5; id++) send({ type: "state", id });
  expect(replies()).toEqual([]);
  // It is read: a ping may come.
  expect(socket.isPaused).toBe(false);
  send({ type: "step", data: { output: "x".repeat(SHARE) } });
  expect(socket.isPaused).toBe(true);
  socket.bufferedBytes = 0;
  connection.drain();
  // On a busy machine the slice may end before the last one.
  await settle();
  expect(replies().map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, undefined]);
  expect(socket.isPaused).toBe(false);
});

test("requests that wait are bounded in number and in bytes by not reading on", async () => {
  for (const [count, padding] of [
    [4_000, 0],
    [30, 40_000],
  ]) {
    const { problems, open } = createGatedProblems();
    const { socket, send, replies } = connect(problems);
    send({ type: "reset" });
    expect(socket.isPaused).toBe(false);
    for (let id = 0; id < count; id++) {
      send({ type: "step", data: { output: "x".repeat(padding) }, id });
    }
    expect(socket.isPaused).toBe(true);
    open();
    await until(() => replies().length === count + 1, "all are answered");
    expect(socket.isPaused).toBe(false);
  }
});

test("beyond their shares, the requests that wait of all connections share a bound", async () => {
  const { problems, open } = createGatedProblems();
  const backlog = createBacklog();
  const connections = [connect(problems, backlog), connect(problems, backlog)];
  const output = "x".repeat(SHARE);
  for (const { send } of connections) {
    send({ type: "reset" });
    for (let count = 0; count < 3; count++) send({ type: "step", data: { output } });
  }
  // Each has two shares beyond its share: there is room.
  expect(connections.map(({ socket }) => socket.isPaused)).toEqual([false, false]);
  const third = connect(problems, backlog);
  third.send({ type: "reset" });
  for (let count = 0; count < 4; count++) third.send({ type: "step", data: { output } });
  expect(third.socket.isPaused).toBe(true);
  // One that ends gives back what it had: the next that asks has room.
  connections[0].connection.close();
  third.send({ type: "state" });
  expect(third.socket.isPaused).toBe(true);
  for (let count = 0; count < 3; count++) open();
  await until(() => third.replies().length === 6, "all are answered");
  expect(third.socket.isPaused).toBe(false);
  expect(backlog.hasRoom).toBe(true);
});

test("a bad frame is answered, and disturbs nothing", async () => {
  const { connection, send, replies, bugs } = connect();
  connection.message(Buffer.from("{"), false);
  connection.message(Buffer.alloc(70_000, 32), false);
  send(Array.from({ length: 11 }, () => ({ type: "state" })));
  send({ type: "state" });
  expect(
    replies()
      .filter(({ data }) => data.code)
      .map(({ data }) => data.code),
  ).toEqual(["INVALID_JSON", "MESSAGE_TOO_LARGE", "BATCH_TOO_LARGE"]);
  expect(replies().at(-1).type).toBe("state");
  expect(bugs).toEqual([]);
});

test("an array is answered by one array, in order, errors included", async () => {
  const { send, replies } = connect();
  send([{ type: "state", id: 1 }, { type: "reset", id: 2 }, { type: "?", id: 3 }, 4]);
  await settle();
  expect(replies()).toHaveLength(1);
  expect(replies()[0].map(({ type, id }: { type: string; id: unknown }) => [type, id])).toEqual([
    ["state", 1],
    ["observation", 2],
    ["error", 3],
    ["error", undefined],
  ]);
});

test("replies to an array stop at the size of a message", async () => {
  const { send, replies } = connect();
  const prompt = { environment: "Multiplication", difficulty: 8000 };
  send(Array.from({ length: 10 }, () => ({ type: "reset", data: prompt })));
  await settle();
  const types = replies()[0].map(({ type }: { type: string }) => type);
  expect(types.slice(0, 2)).toEqual(["observation", "observation"]);
  expect(replies()[0].at(-1).data.code).toBe("BATCH_TOO_LARGE");
});

test("close ends the session after what was asked before it, and nothing after it", async () => {
  const { socket, send, replies } = connect();
  send({ type: "state" });
  send({ type: "close" });
  send({ type: "state" });
  await settle();
  expect(replies()).toHaveLength(1);
  expect(socket.closedWith?.code).toBe(1000);
});

test("close inside an array answers what stands before it", async () => {
  const { socket, send, replies } = connect();
  send([{ type: "state" }, { type: "close" }, { type: "state" }]);
  await settle();
  expect(replies()).toEqual([[expect.objectContaining({ type: "state" })]]);
  expect(socket.closedWith?.code).toBe(1000);
});

test("finishing answers the requests that wait, then closes; later ones are not taken", async () => {
  const { problems, open } = createGatedProblems();
  const { connection, socket, send, replies } = connect(problems);
  send({ type: "reset", id: 1 });
  send({ type: "state", id: 2 });
  connection.finish(1001, "bye");
  send({ type: "state", id: 3 });
  expect(socket.closedWith).toBe(null);
  open();
  await settle();
  expect(replies().map(({ id }) => id)).toEqual([1, 2]);
  expect(socket.closedWith).toEqual({ code: 1001, reason: "bye" });
});

test("a connection that ended while a request was under way gets no reply, and ends once", async () => {
  const { problems, open } = createGatedProblems();
  const { connection, send, replies, ends, bugs } = connect(problems);
  send({ type: "reset" });
  send({ type: "state" });
  connection.close();
  open();
  await settle();
  expect(replies()).toEqual([]);
  expect(ends()).toBe(1);
  expect(bugs).toEqual([]);
});

test("an exception in a handler is an error reply, reported, and the connection lives on", async () => {
  const broken = createLateProblems({
    verify: () => {
      throw new Error("a bug");
    },
  });
  const { send, replies, bugs } = connect(broken);
  send({ type: "reset" });
  await settle();
  send({ type: "step", data: { output: "" }, id: 9 });
  send({ type: "state" });
  expect(replies()[1]).toMatchObject({ type: "error", id: 9, data: { code: "EXECUTION_ERROR" } });
  expect(JSON.stringify(replies()[1])).not.toContain("a bug");
  expect(replies()[2].type).toBe("state");
  expect(bugs).toEqual([new Error("a bug")]);
});

test("silence is measured from the last request, and not while one is worked on", async () => {
  const { problems, open } = createGatedProblems();
  const { connection, send, socket } = connect(problems);
  const start = performance.now();
  expect(connection.measureSilence(start + 1000).idle).toBeGreaterThan(900);
  send({ type: "reset" });
  expect(connection.measureSilence(start + 5000).idle).toBe(0);
  open();
  await settle();
  socket.bufferedBytes = 100;
  connection.measureSilence(start + 6000);
  expect(connection.measureSilence(start + 8000).stalled).toBeCloseTo(8000 - 5000);
  socket.bufferedBytes = 50;
  expect(connection.measureSilence(start + 9000).stalled).toBe(0);
});

test("of a frame that is lent, what is kept is a copy", async () => {
  const { connection, replies } = connect();
  const lend = (message: unknown) => {
    const frame = Buffer.from(JSON.stringify(message));
    connection.message(frame, false, true);
    frame.fill(0);
  };
  // The second waits for the first, whose problem comes later.
  lend({ type: "reset", id: 1, data: {} });
  lend({ type: "state", id: 2 });
  await until(() => replies().length === 2, "both are answered");
  expect(replies().map(({ id, type }) => [id, type])).toEqual([
    [1, "observation"],
    [2, "state"],
  ]);
});
