import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { importBuilt } from "./built.ts";
import type { LoadConnection } from "./load/connection.ts";
import { type Encoding, openSession, toEncodings } from "./load/session.ts";
import { toExercise, toOutput } from "./load/workload.ts";
import type { Figure, Measurement } from "./measurement.ts";
import { isPinned, onAnyCore, type ServerProcess, startProgram } from "./processes.ts";
import { quantile } from "./statistics.ts";

const TARGET_MS = 20;
/** How many sessions wait for a generation that never ends. */
const STUCK_SESSIONS = 4;
/** How often another session steps. */
const STEP_PAUSE_MS = 2;
const OUTPUT_BYTES = 2000;

/** What the event-loop server tells of its delays. */
interface Delays {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export const eventLoop: Measurement = {
  name: "event-loop",
  help: "the server's event-loop delay while generations run into their deadline",

  async run({ quick, report }) {
    const seconds = quick ? 5 : 15;
    const figures = [
      ...(await measure("workers on the server's core", false)),
      ...(isPinned ? await onAnyCore(() => measure("server and workers on all cores", true)) : []),
    ];
    const title = `event-loop delay while ${STUCK_SESSIONS} sessions' generations pass a deadline of 0.5 s`;
    return [{ title, baseline: "the same without these generations", figures }];

    async function measure(where: string, isFree: boolean): Promise<Figure[]> {
      const built = await importBuilt();
      const [encoding] = toEncodings(built);
      const server = await startProgram("event-loop-server.js", isFree);
      const exercise = toExercise(built, 0);
      const stepping = await openSession(server.port, encoding, exercise);
      const output = toOutput(exercise.answer, OUTPUT_BYTES);
      const step = encoding.toFrame({ type: "step", data: { output } });
      const stuck: LoadConnection[] = [];
      for (let index = 0; index < STUCK_SESSIONS; index++) {
        stuck.push(await openSession(server.port, encoding, exercise));
      }
      // Spare workers are ready by then.
      await delay(2000);

      report(`${where}: quiet`);
      const quiet = await observe(server, stepping, step, seconds);
      report(`${where}: with endless generations`);
      const end = performance.now() + 1000 * seconds;
      const [busy, ...deadlines] = await Promise.all([
        observe(server, stepping, step, seconds),
        ...stuck.map((connection, index) => keepStuck(connection, encoding, index, end)),
      ]);
      const passed = deadlines.reduce((sum, count) => sum + count, 0);
      for (const connection of [stepping, ...stuck]) connection.close();
      await server.stop();
      return [
        {
          name: `${where}, p99`,
          value: busy.delays.p99,
          unit: "ms",
          baseline: quiet.delays.p99,
          target: { below: TARGET_MS },
          note: `${passed} deadlines passed, longest delay ${busy.delays.max.toFixed(0)} ms`,
          details: { ...busy.delays, deadlines: passed },
        },
        {
          name: `${where}, another session's step, p99`,
          value: quantile(busy.times, 0.99),
          unit: "ms",
          baseline: quantile(quiet.times, 0.99),
        },
      ];
    }
  },
};

/** One session steps now and then; gives the times it waited, and the server's delays meanwhile. */
async function observe(
  { child }: ServerProcess,
  connection: LoadConnection,
  step: Buffer,
  seconds: number,
): Promise<{ times: number[]; delays: Delays }> {
  const times: number[] = [];
  child.send("reset");
  const end = performance.now() + 1000 * seconds;
  while (performance.now() < end) {
    const started = performance.now();
    await connection.ask(step);
    times.push(performance.now() - started);
    await delay(STEP_PAUSE_MS);
  }
  child.send("read");
  const [delays] = (await once(child, "message")) as [Delays];
  return { times, delays };
}

/** Asks for problems that never come, one after the other; gives how many deadlines passed. */
async function keepStuck(
  connection: LoadConnection,
  encoding: Encoding,
  index: number,
  end: number,
): Promise<number> {
  let passed = 0;
  for (; performance.now() < end; passed++) {
    const reference = { environment: "Looping", difficulty: 1, seed: 1000 * index + passed };
    const reply = await connection.ask(encoding.toFrame({ type: "reset", data: reference }));
    if (!reply.includes("time limit")) throw new Error(`no deadline passed: ${reply}`);
  }
  return passed;
}
