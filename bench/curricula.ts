import { once } from "node:events";
import { importBuilt } from "./built.ts";
import { LoadConnection } from "./load/connection.ts";
import { compareRates, describeCpu, type Lane } from "./load/rates.ts";
import { type Encoding, hasSucceeded, toEncodings } from "./load/session.ts";
import { toOutput } from "./load/workload.ts";
import type { BenchOptions, Figure, Measurement, Section } from "./measurement.ts";
import { type ServerProcess, spawnProgram, startServer } from "./processes.ts";
import { findRedis, type Redis } from "./redis.ts";
import { median } from "./statistics.ts";

const OUTPUT_BYTES = 2000;

/** A step in a curriculum may cost a tenth more. */
const STEP_TARGET = { shareAtLeast: 0.91 };

const SCENARIOS = [
  { connections: 1, window: 64 },
  { connections: 64, window: 1 },
];

export const curricula: Measurement = {
  name: "curricula",
  help: "what a draw, a report, a step in a curriculum and a look at it cost, beside none",

  async run(options) {
    options.report("draws and reports in memory");
    const sections = [await timeInProcess()];
    sections.push(...(await measureServer("memory", "memory", options)));
    const redis = await findRedis();
    if (redis === null) options.report("no redis-server is found: nothing is measured with one");
    else sections.push(...(await measureRedis(redis, options)));
    return sections;
  },
};

async function measureRedis(redis: Redis, options: BenchOptions): Promise<Section[]> {
  try {
    return await measureServer("a Redis beside it", redis.url, options);
  } finally {
    redis.end();
  }
}

async function timeInProcess(): Promise<Section> {
  const child = spawnProgram("time-curricula.js");
  const [{ draw, report, generation }] = await once(child, "message");
  child.kill();
  const figure = (name: string, value: number, below: number): Figure => {
    return { name, value, unit: "µs", baseline: generation, target: { below } };
  };
  return {
    title: "a curriculum of all environments, in process",
    baseline: "generation of a drawn problem",
    figures: [figure("a draw", draw, 20), figure("a report", report, 20)],
  };
}

async function measureServer(
  title: string,
  store: string,
  { quick, report }: BenchOptions,
): Promise<Section[]> {
  const rounds = quick ? { count: 5, milliseconds: 400 } : { count: 11, milliseconds: 1000 };
  const isTarget = store === "memory";
  const server = await startServer(["--store", store]);
  const [, encoding] = toEncodings(await importBuilt());
  const put = (name: string, definition: object) =>
    askServer(server, `/curricula/${name}`, { method: "PUT", body: JSON.stringify(definition) });
  // Its top never changes, and so not the length of a reply.
  await put("one", { environments: ["Knapsack"], start: 3, min_samples: 1e9 });
  await put("main", {});
  const steps: Figure[] = [];
  for (const { connections, window } of SCENARIOS) {
    const name = `${connections} connection${connections === 1 ? "" : "s"}, window ${window}`;
    report(`${title}: ${name}`);
    const pairs = Array.from({ length: connections }, () => openLanes(server, encoding));
    const lanes = await Promise.all(pairs);
    const compared = await compareRates(
      { server, echo: server },
      { server: lanes.map(({ told }) => told), echo: lanes.map(({ alone }) => alone) },
      window,
      rounds,
    );
    const { rate, echoRate, ...details } = compared;
    steps.push({
      name,
      value: rate,
      unit: "/s",
      baseline: echoRate,
      target: isTarget ? STEP_TARGET : undefined,
      note: describeCpu(details),
      details,
    });
  }
  report(`${title}: looks`);
  const look = await timeLooks(server, "/curricula/main");
  const baseline = await timeLooks(server, "/health");
  await server.stop();
  const target = isTarget ? { below: 2 } : undefined;
  return [
    { title: `steps in a curriculum, ${title}`, baseline: "steps without one", figures: steps },
    {
      title: `GET of a curriculum of all environments, ${title}`,
      baseline: "GET /health",
      figures: [{ name: "/curricula/main", value: look, unit: "ms", baseline, target }],
    },
  ];
}

/** A session in a curriculum, and one without that has the same problem. */
async function openLanes(server: ServerProcess, encoding: Encoding) {
  const built = await importBuilt();
  const told = await LoadConnection.open(server.port);
  const alone = await LoadConnection.open(server.port);
  const reset = async (connection: LoadConnection, data: object) =>
    encoding.decode(await connection.ask(encoding.toFrame({ type: "reset", data })));
  const drawn = (await reset(told, { curriculum: "one" })) as {
    data: { observation: { metadata: { difficulty: number; seed: number; problem_id: string } } };
  };
  const { difficulty, seed, problem_id } = drawn.data.observation.metadata;
  await reset(alone, { problem_id });
  const problem = built.generateProblem({ environment: "Knapsack", difficulty, seed });
  const output = toOutput(built.toReferenceAnswer(problem), OUTPUT_BYTES);
  const frame = encoding.toFrame({ type: "step", data: { output } });
  const toLane = async (connection: LoadConnection): Promise<Lane> => {
    const reply = await connection.ask(frame);
    if (!hasSucceeded(encoding.decode(reply), 1)) throw new Error(`a step failed: ${reply}`);
    return { connection, frame, replyLength: reply.length };
  };
  return { told: await toLane(told), alone: await toLane(alone) };
}

/** Milliseconds of a GET, one after the other on one connection. */
async function timeLooks(server: ServerProcess, path: string): Promise<number> {
  const times: number[] = [];
  for (let look = 0; look < 300; look++) {
    const started = performance.now();
    await askServer(server, path);
    times.push(performance.now() - started);
  }
  return median(times);
}

async function askServer({ port }: ServerProcess, path: string, init?: RequestInit): Promise<void> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers, ...init });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} gave ${response.status}: ${text}`);
}
