import { execFileSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { type Built, importBuilt } from "./built.ts";
import { LoadConnection } from "./load/connection.ts";
import { type Encoding, hasSucceeded, toEncodings } from "./load/session.ts";
import { toExercise, toOutput, toReference } from "./load/workload.ts";
import type { Figure, Measurement } from "./measurement.ts";
import { type ServerProcess, startEchoServer, startServer } from "./processes.ts";
import { quantile } from "./statistics.ts";

const SESSIONS = 10_000;
const QUICK_SESSIONS = 2000;
/** What processes have open besides connections. */
export const OTHER_FILES = 200;
const OUTPUT_BYTES = 2000;
const MAX_SESSION_BYTES = 30_000;
/** How many sessions come, reset and step before memory is measured. */
const WARM_UP = 200;
/** Before memory is looked at. */
const SETTLE_MS = 2000;
/** How many handshakes are under way. */
const OPENING = 100;
/** The calm after the burst: steps at random moments, about a tenth of what the server can do. */
const STEPS_A_SECOND = 1000;
const CALM_SECONDS = 5;
/** How often the metrics are looked at, and how long that may take. */
const SCRAPES = 50;
const MAX_SCRAPE_MS = 5;

/** What one session asks: to reset to its problem, and to verify an output for it. */
interface Requests {
  readonly reset: Buffer;
  readonly step: Buffer;
}

export const sessions: Measurement = {
  name: "sessions",
  help: "10,000 sessions at once, each reset and stepped: success, latency, memory",

  async run({ quick, report }) {
    const built = await importBuilt();
    const [encoding] = toEncodings(built);
    const count = Math.min(quick ? QUICK_SESSIONS : SESSIONS, maxOpenFiles() - OTHER_FILES);
    report("preparing requests");
    const requests = Array.from({ length: count }, (_, index) =>
      toRequests(built, encoding, index),
    );

    const server = await startServer();
    report(`${count} sessions`);
    let scrape: Figure | null = null;
    const real = await runSessions(server, "/ws", requests, report, async () => {
      scrape = await toScrape(server);
    });
    await server.stop();
    const failures = countFailures(real, encoding);

    report(`${count} connections to the echo server`);
    const echo = await startEchoServer();
    const replyLength = real.steps[0].length;
    const bare = await runSessions(echo, `/?size=${replyLength}&kind=text`, requests, report);
    await echo.stop();

    const figures: Figure[] = [
      {
        name: "resets and steps that succeeded",
        value: 100 * (1 - failures / (2 * count)),
        unit: "%",
        target: { atLeast: 100 },
      },
      {
        name: "memory a session",
        value: real.bytesEach,
        unit: "bytes",
        baseline: bare.bytesEach ?? undefined,
        target: { below: MAX_SESSION_BYTES },
        note: real.bytesEach === null ? "not known on this system" : undefined,
      },
      ...toLatencies("all reset at once", real.resetTimes, bare.resetTimes),
      ...toLatencies("all stepped at once", real.stepTimes, bare.stepTimes),
      ...toLatencies(`${STEPS_A_SECOND} steps a second`, real.calmTimes, bare.calmTimes),
      ...(scrape === null ? [] : [scrape]),
    ];
    const title = `${count} sessions at once, JSON, outputs of 2 kB`;
    return [{ title, baseline: "bare ws echo", figures }];
  },
};

export function toRequests(built: Built, encoding: Encoding, index: number): Requests {
  const { reference, answer } = toExercise(built, index);
  const output = toOutput(answer, OUTPUT_BYTES);
  return {
    reset: encoding.toFrame({ type: "reset", data: reference }),
    step: encoding.toFrame({ type: "step", data: { output } }),
  };
}

/** A request to reset to the nth problem. */
export function toReset(encoding: Encoding, index: number): Buffer {
  return encoding.toFrame({ type: "reset", data: toReference(index) });
}

/** What a look at the metrics costs while all sessions are open. */
async function toScrape({ port, cpuSeconds }: ServerProcess): Promise<Figure> {
  const times: number[] = [];
  const cpuBefore = cpuSeconds();
  for (let look = 0; look < SCRAPES; look++) {
    const started = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}/metrics`);
    await response.text();
    times.push(performance.now() - started);
  }
  const cpuAfter = cpuSeconds();
  const cpuMs =
    cpuBefore === null || cpuAfter === null ? null : (1000 * (cpuAfter - cpuBefore)) / SCRAPES;
  return {
    name: "GET /metrics, median",
    value: quantile(times, 0.5),
    unit: "ms",
    target: { below: MAX_SCRAPE_MS },
    note: cpuMs === null ? undefined : `${cpuMs.toFixed(1)} ms of CPU`,
  };
}

/**
 * Opens as many connections as there are requests, and sends all of these. Times are in ms.
 * @param whileOpen is run at the end, before they are closed
 */
export async function runSessions(
  server: ServerProcess,
  path: string,
  requests: readonly Requests[],
  report: (what: string) => void,
  whileOpen: (connections: readonly LoadConnection[]) => Promise<void> = async () => {},
) {
  const resetFrames = requests.map(({ reset }) => reset);
  const stepFrames = requests.map(({ step }) => step);
  const warmUp = await openAll(server.port, path, WARM_UP);
  await askAll(warmUp, resetFrames);
  await askAll(warmUp, stepFrames);
  closeAll(warmUp);
  await delay(SETTLE_MS);
  const before = server.memoryBytes();

  const connections = await openAll(server.port, path, requests.length);
  report("all reset");
  const resets = await askAll(connections, resetFrames);
  report("all step");
  const steps = await askAll(connections, stepFrames);
  await delay(SETTLE_MS);
  const after = server.memoryBytes();
  report("steps at random moments");
  const calmTimes = await stepCalmly(connections, stepFrames);
  await whileOpen(connections);
  closeAll(connections);
  return {
    bytesEach: before === null || after === null ? null : (after - before) / requests.length,
    resets: resets.payloads,
    resetTimes: resets.times,
    steps: steps.payloads,
    stepTimes: steps.times,
    calmTimes,
  };
}

async function openAll(port: number, path: string, count: number): Promise<LoadConnection[]> {
  const connections: LoadConnection[] = [];
  let next = 0;
  const openOnes = async () => {
    for (let index = next++; index < count; index = next++) {
      connections[index] = await LoadConnection.open(port, path);
    }
  };
  await Promise.all(Array.from({ length: OPENING }, openOnes));
  return connections;
}

function closeAll(connections: readonly LoadConnection[]): void {
  for (const connection of connections) connection.close();
}

/** Sends each connection's frame, all at once, and waits for all replies. Times are in ms. */
export async function askAll(connections: readonly LoadConnection[], frames: readonly Buffer[]) {
  const times: number[] = [];
  const payloads = await Promise.all(
    connections.map((connection, index) => timedAsk(connection, frames[index], times)),
  );
  return { payloads, times };
}

/** Steps of sessions drawn at random, at moments drawn at random: none waits for another. */
async function stepCalmly(connections: readonly LoadConnection[], frames: readonly Buffer[]) {
  const times: number[] = [];
  const free = new Set(connections.keys());
  const underWay = new Set<Promise<unknown>>();
  const end = performance.now() + 1000 * CALM_SECONDS;
  for (let due = performance.now(); due < end; ) {
    const index = Math.floor(Math.random() * connections.length);
    if (free.delete(index)) {
      const asked = timedAsk(connections[index], frames[index], times).then(() => free.add(index));
      underWay.add(asked);
      asked.then(() => underWay.delete(asked));
    }
    due -= (1000 / STEPS_A_SECOND) * Math.log(1 - Math.random());
    const wait = due - performance.now();
    if (wait > 0) await delay(wait);
  }
  await Promise.all(underWay);
  return times;
}

async function timedAsk(
  connection: LoadConnection,
  frame: Buffer,
  times: number[],
): Promise<Buffer> {
  const started = performance.now();
  const payload = await connection.ask(frame);
  times.push(performance.now() - started);
  return payload;
}

function toLatencies(name: string, times: readonly number[], bare: readonly number[]): Figure[] {
  return [0.5, 0.99].map((q) => ({
    name: `${name}, p${100 * q}`,
    value: quantile(times, q),
    unit: "ms",
    baseline: quantile(bare, q),
  }));
}

/** How many requests of these had no success. */
export function countFailures(
  { resets, steps }: Pick<Awaited<ReturnType<typeof runSessions>>, "resets" | "steps">,
  { decode }: Encoding,
): number {
  return (
    resets.filter((reply) => !hasSucceeded(decode(reply), null)).length +
    steps.filter((reply) => !hasSucceeded(decode(reply), 1)).length
  );
}

/** How many files a process may have open: node raises its limit to this by itself. */
export function maxOpenFiles(): number {
  const text = execFileSync("sh", ["-c", "ulimit -Hn"], { encoding: "utf8" }).trim();
  return text === "unlimited" ? Number.POSITIVE_INFINITY : Number(text);
}
