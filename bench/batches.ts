import { type Built, importBuilt } from "./built.ts";
import { compareRates, describeCpu, type Lane, toEchoLane } from "./load/rates.ts";
import { haveAllSucceeded, openSession, toEncodings } from "./load/session.ts";
import { ENVIRONMENTS, type Exercise, toExercise, toOutput } from "./load/workload.ts";
import type { Figure, Measurement } from "./measurement.ts";
import { type ServerProcess, startEchoServer, startServer } from "./processes.ts";

export const BATCH = 256;
const OUTPUT_BYTES = 400;
/** How many batches are under way: the server never waits for the load. */
const WINDOW = 4;
const TARGET = 500_000;

/** How many of the exercises a batch is about, with equally many outputs each. */
const MIXED = 16;
const SINGLE_ENVIRONMENTS = 5;

export const batches: Measurement = {
  name: "batches",
  help: "verifications a second on one connection, in MessagePack batches of 256",

  async run({ quick, report }) {
    const built = await importBuilt();
    const [, encoding] = toEncodings(built);
    const rounds = quick ? { count: 3, milliseconds: 400 } : { count: 7, milliseconds: 1000 };
    const server = await startServer();
    const echo = await startEchoServer();
    const figures: Figure[] = [];
    for (const { name, exercises } of toBatches(built)) {
      report(name);
      const lane = await openBatchLane(built, server, exercises);
      const { rate, echoRate, ...details } = await compareRates(
        { server, echo },
        { server: [lane], echo: [await toEchoLane(echo, lane, encoding)] },
        WINDOW,
        rounds,
      );
      figures.push({
        name,
        value: BATCH * rate,
        unit: "/s",
        baseline: BATCH * echoRate,
        target: { atLeast: TARGET },
        note: describeCpu(details, BATCH),
        details: { ...details, frameBytes: lane.frame.length, replyBytes: lane.replyLength },
      });
    }
    await Promise.all([server.stop(), echo.stop()]);
    const title = "verifications a second in batches of 256 outputs of 400 bytes, MessagePack";
    return [{ title, baseline: "bare ws echo", figures }];
  },
};

/** A session that sends the same batch of right outputs again and again, equally many of each exercise. */
export async function openBatchLane(
  built: Built,
  { port }: ServerProcess,
  exercises: readonly Exercise[],
): Promise<Lane> {
  const [, encoding] = toEncodings(built);
  const connection = await openSession(port, encoding, exercises[0]);
  const problems = exercises.map(({ id, answer }) => ({
    problem_id: id,
    outputs: Array.from({ length: BATCH / exercises.length }, () => toOutput(answer, OUTPUT_BYTES)),
  }));
  const frame = encoding.toFrame({ type: "verify", data: { problems } });
  const reply = await connection.ask(frame);
  if (!haveAllSucceeded(encoding.decode(reply))) throw new Error("a batch failed");
  return { connection, frame, replyLength: reply.length };
}

export function toBatches(built: Built) {
  const singles = Array.from({ length: SINGLE_ENVIRONMENTS }, (_, index) => {
    const exercise = toExercise(built, index);
    return { name: exercise.reference.environment, exercises: [exercise] };
  });
  const exercises = Array.from({ length: MIXED }, (_, index) => toExercise(built, index));
  const name = `${MIXED} problems of ${ENVIRONMENTS.length} environments, ${BATCH / MIXED} outputs each`;
  return [...singles, { name, exercises }];
}
