import { type Built, importBuilt } from "./built.ts";
import { compareRates, describeCpu, type Lane, toEchoLane } from "./load/rates.ts";
import { type Encoding, hasSucceeded, openSession, toEncodings } from "./load/session.ts";
import { ENVIRONMENTS, toExercise, toOutput } from "./load/workload.ts";
import type { Figure, Measurement, Target } from "./measurement.ts";
import { type ServerProcess, startEchoServer, startServer } from "./processes.ts";

const OUTPUT_BYTES = 2000;

/** What is steadily under way; if nothing else is said, ASCII outputs for one environment. */
interface Scenario {
  readonly connections: number;
  readonly window: number;
  readonly target?: Target;
  readonly environments?: number;
  readonly isAscii?: boolean;
}

const target = { shareAtLeast: 0.5 };
const SCENARIOS: readonly Scenario[] = [
  { connections: 1, window: 1 },
  { connections: 1, window: 64, target },
  { connections: 1, window: 64, isAscii: false },
  { connections: 64, window: 1, target },
  { connections: 1024, window: 1, target: { shareAtLeast: 0.65 } },
  { connections: 64, window: 1, environments: ENVIRONMENTS.length, target },
];

export const sockets: Measurement = {
  name: "sockets",
  help: "steps a second, beside a bare echo of frames of the same size",

  async run({ quick, report }) {
    const built = await importBuilt();
    const rounds = quick ? { count: 3, milliseconds: 400 } : { count: 7, milliseconds: 1000 };
    const server = await startServer();
    const echo = await startEchoServer();
    const figures: Figure[] = [];
    for (const encoding of toEncodings(built)) {
      for (const scenario of SCENARIOS) {
        const name = describe(scenario, encoding);
        report(name);
        const lanes = [];
        for (let index = 0; index < scenario.connections; index++) {
          const lane = await openLane(built, server, encoding, index, scenario);
          lanes.push({ server: lane, echo: await toEchoLane(echo, lane, encoding) });
        }
        const { rate, echoRate, ...details } = await compareRates(
          { server, echo },
          { server: lanes.map((lane) => lane.server), echo: lanes.map((lane) => lane.echo) },
          scenario.window,
          rounds,
        );
        figures.push({
          name,
          value: rate,
          unit: "/s",
          baseline: echoRate,
          target: scenario.target,
          note: describeCpu(details),
          details: { ...details, replyBytes: lanes[0].server.replyLength },
        });
      }
    }
    await Promise.all([server.stop(), echo.stop()]);
    return [{ title: "steps a second, outputs of 2 kB", baseline: "bare ws echo", figures }];
  },
};

/** A session that sends the same right output again and again. */
export async function openLane(
  built: Built,
  { port }: ServerProcess,
  encoding: Encoding,
  index: number,
  { environments = 1, isAscii }: Pick<Scenario, "environments" | "isAscii"> = {},
): Promise<Lane> {
  const exercise = toExercise(built, index, environments);
  const connection = await openSession(port, encoding, exercise);
  const output = toOutput(exercise.answer, OUTPUT_BYTES, isAscii);
  const frame = encoding.toFrame({ type: "step", data: { output } });
  const reply = await connection.ask(frame);
  if (!hasSucceeded(encoding.decode(reply), 1)) throw new Error(`a step failed: ${reply}`);
  return { connection, frame, replyLength: reply.length };
}

function describe({ connections, window, isAscii, environments }: Scenario, { name }: Encoding) {
  const subject = `${connections} connection${connections === 1 ? "" : "s"}, window ${window}`;
  const more = environments === undefined ? "" : `, ${environments} environments`;
  return `${subject}, ${name}${more}${isAscii === false ? ", outputs beyond Latin-1" : ""}`;
}
