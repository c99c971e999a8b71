import { existsSync } from "node:fs";
import { uwsModules } from "../scripts/test/uws.ts";
import { BATCH, openBatchLane, toBatches } from "./batches.ts";
import { type Built, importBuilt } from "./built.ts";
import { compareRates, describeCpu, type Lane, type Rounds } from "./load/rates.ts";
import { toEncodings } from "./load/session.ts";
import type { BenchOptions, Figure, Measurement, Section, Target } from "./measurement.ts";
import { onAnyCore, type ServerProcess, startServer } from "./processes.ts";
import {
  askAll,
  countFailures,
  maxOpenFiles,
  OTHER_FILES,
  runSessions,
  toRequests,
  toReset,
} from "./sessions.ts";
import { openLane } from "./sockets.ts";
import { quantile } from "./statistics.ts";

interface Scenario {
  readonly connections: number;
  readonly window: number;
  readonly target: Target;
}

const SCENARIOS: readonly Scenario[] = [
  { connections: 1, window: 64, target: { shareAtLeast: 1.7 } },
  { connections: 64, window: 1, target: { shareAtLeast: 1.3 } },
  { connections: 1024, window: 1, target: { shareAtLeast: 1.3 } },
];
const BATCH_WINDOW = 4;

const SESSIONS = 16_384;
const QUICK_SESSIONS = 2000;
const MAX_P99_MS = 1000;
/** How many sessions of a rollout group begin with the same problem. */
const GROUP = 8;
/** How often all are reset to further problems, each its own, until code is compiled; then it counts. */
const WARM_UPS = 3;

/** The same server by its two transports, each the other's only difference. */
export const transports: Measurement = {
  name: "transports",
  help: "the server by uWebSockets.js beside itself by ws: steps, batches, sessions",

  async run(options) {
    if (!existsSync(uwsModules)) {
      options.report("uWebSockets.js is not there: npm run test:services installs it");
      return [];
    }
    const inherited = process.env.NODE_PATH;
    process.env.NODE_PATH = uwsModules;
    const built = await importBuilt();
    const sections = [
      await compareSpeed(built, options),
      await onAnyCore(() => compareSessions(built, options)),
    ];
    if (inherited === undefined) delete process.env.NODE_PATH;
    else process.env.NODE_PATH = inherited;
    return sections;
  },
};

const startByUws = (isFree = false) => startServer(["--transport", "uws"], isFree);

async function compareSpeed(built: Built, { quick, report }: BenchOptions): Promise<Section> {
  const rounds: Rounds = quick ? { count: 3, milliseconds: 400 } : { count: 7, milliseconds: 1000 };
  const servers = { server: await startByUws(), echo: await startServer() };
  const figures: Figure[] = [];
  const compare = async (
    name: string,
    scenario: Pick<Scenario, "connections" | "window"> & { readonly target?: Target },
    unitsEach: number,
    open: (server: ServerProcess, index: number) => Promise<Lane>,
  ) => {
    report(name);
    const lanes: { server: Lane[]; echo: Lane[] } = { server: [], echo: [] };
    for (let index = 0; index < scenario.connections; index++) {
      lanes.server.push(await open(servers.server, index));
      lanes.echo.push(await open(servers.echo, index));
    }
    const compared = await compareRates(servers, lanes, scenario.window, rounds);
    const { rate, echoRate, ...details } = compared;
    figures.push({
      name,
      value: unitsEach * rate,
      unit: "/s",
      baseline: unitsEach * echoRate,
      target: scenario.target,
      note: describeCpu(details, unitsEach),
      details,
    });
  };
  for (const encoding of toEncodings(built)) {
    for (const scenario of SCENARIOS) {
      const { connections, window } = scenario;
      const subject = `${connections} connection${connections === 1 ? "" : "s"}, window ${window}`;
      await compare(`steps, ${subject}, ${encoding.name}`, scenario, 1, (server, index) =>
        openLane(built, server, encoding, index),
      );
    }
  }
  for (const { name, exercises } of toBatches(built).slice(-1)) {
    const scenario = { connections: 1, window: BATCH_WINDOW };
    await compare(`verifications, batches of ${name}`, scenario, BATCH, (server) =>
      openBatchLane(built, server, exercises),
    );
  }
  await Promise.all([servers.server.stop(), servers.echo.stop()]);
  return { title: "a second, by uWebSockets.js", baseline: "by ws", figures };
}

async function compareSessions(built: Built, { quick, report }: BenchOptions): Promise<Section> {
  const [encoding] = toEncodings(built);
  const count = Math.min(quick ? QUICK_SESSIONS : SESSIONS, maxOpenFiles() - OTHER_FILES);
  report("preparing requests");
  const requests = Array.from({ length: count }, (_, index) => toRequests(built, encoding, index));
  const toResets = (toIndex: (session: number) => number) =>
    Array.from({ length: count }, (_, session) => toReset(encoding, toIndex(session)));
  const run = async (server: ServerProcess) => {
    const further = { own: [] as number[], shared: [] as number[] };
    const ran = await runSessions(server, "/ws", requests, report, async (connections) => {
      for (let round = 1; round <= WARM_UPS + 1; round++) {
        report(`all reset to further problems, ${round}`);
        const frames = toResets((session) => round * count + session);
        further.own = (await askAll(connections, frames)).times;
      }
      report("all reset in groups");
      const first = (WARM_UPS + 2) * count;
      const frames = toResets((session) => first + Math.floor(session / GROUP));
      further.shared = (await askAll(connections, frames)).times;
    });
    await server.stop();
    return { ...ran, further };
  };
  report(`${count} sessions by uWebSockets.js`);
  const uws = await run(await startByUws(true));
  report(`${count} sessions by ws`);
  const ws = await run(await startServer([], true));
  const succeeded = (ran: typeof uws, name: string): Figure => ({
    name: `resets and steps that succeeded, by ${name}`,
    value: 100 * (1 - countFailures(ran, encoding) / (2 * count)),
    unit: "%",
    target: { atLeast: 100 },
  });
  const toLatencies = (name: string, { resetTimes, stepTimes, further }: typeof uws) =>
    [
      { what: "all reset at once, new to the server", times: resetTimes },
      { what: `all reset at once, after ${WARM_UPS} times`, times: further.own },
      { what: `all reset at once, groups of ${GROUP}`, times: further.shared },
      { what: "all stepped at once", times: stepTimes },
    ].map(
      ({ what, times }): Figure => ({
        name: `${what}, p99, by ${name}`,
        value: quantile(times, 0.99),
        unit: "ms",
        target: { below: MAX_P99_MS },
      }),
    );
  return {
    title: `${count} sessions at once on all cores, JSON, outputs of 2 kB`,
    baseline: "by ws",
    figures: [
      succeeded(uws, "uWebSockets.js"),
      succeeded(ws, "ws"),
      {
        name: "memory a session",
        value: uws.bytesEach,
        unit: "bytes",
        baseline: ws.bytesEach ?? undefined,
        target: { shareAtMost: 0.5 },
      },
      ...toLatencies("uWebSockets.js", uws),
      ...toLatencies("ws", ws),
    ],
  };
}
