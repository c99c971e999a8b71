import { setTimeout as delay } from "node:timers/promises";
import type { Built } from "../built.ts";
import { LoadConnection } from "../load/connection.ts";
import { type Encoding, hasSucceeded, haveAllSucceeded } from "../load/session.ts";
import { type Exercise, toExercise, toOutput } from "../load/workload.ts";

const OUTPUT_BYTES = 2000;
/** A session's pause between two requests: exponentially distributed, with this mean. */
const PAUSE_MS = 1000;
/** How many requests come over one connection, on average, before it is given up. */
const REQUESTS_A_CONNECTION = 40;
/** One request of so many is a batch, or has a problem generated that takes long. */
const BATCH_EVERY = 20;
const BATCH_OUTPUTS = 64;
const SLOW_EVERY = 2000;
/** Problems whose generation takes from a tenth of a second to a whole one. */
const SLOW = [
  { environment: "Minimum_CrossingEdges_GraphPartition", difficulty: 20 },
  { environment: "MaximumAchromaticNumber", difficulty: 20 },
  { environment: "GraphContainTreeCounting", difficulty: 6 },
];

export interface Traffic {
  /** The times of the steps that ended since they were last taken, in ms. */
  takeTimes(): number[];
  readonly requests: number;
  /** A session, over one connection after the other, until the end. Rejects at a wrong reply. */
  run(index: number, end: number): Promise<void>;
}

/** What many sessions ask for: mostly steps, each of which must earn the full reward. */
export function createTraffic(port: number, built: Built, encoding: Encoding): Traffic {
  let times: number[] = [];
  let requests = 0;

  const ask = async (connection: LoadConnection, message: object) => {
    requests++;
    const reply = encoding.decode(await connection.ask(encoding.toFrame(message)));
    return reply as { readonly type: string; readonly data: object };
  };

  async function step(connection: LoadConnection, output: string): Promise<void> {
    const started = performance.now();
    const reply = await ask(connection, { type: "step", data: { output } });
    times.push(performance.now() - started);
    expect(hasSucceeded(reply, 1), reply);
  }

  async function verifyBatch(connection: LoadConnection, { id }: Exercise, output: string) {
    const items = [{ problem_id: id, outputs: new Array<string>(BATCH_OUTPUTS).fill(output) }];
    const reply = await ask(connection, { type: "verify", data: { problems: items } });
    expect(haveAllSucceeded(reply), reply);
  }

  async function generateSlowly(connection: LoadConnection, index: number): Promise<void> {
    const reference = { ...SLOW[index % SLOW.length], seed: requests };
    const reply = await ask(connection, { type: "generate", data: { problems: [reference] } });
    expect(reply.type === "generated", reply);
  }

  /** One connection: its session is new, or the one before it, restored. */
  async function converse(exercise: Exercise, state: object | null, end: number) {
    const output = toOutput(exercise.answer, OUTPUT_BYTES);
    const connection = await LoadConnection.open(port);
    if (state !== null) {
      const restored = await ask(connection, { type: "restore", data: state });
      expect(restored.type === "state", restored);
    }
    const reset = await ask(connection, { type: "reset", data: exercise.reference });
    expect(hasSucceeded(reset, null), reset);
    do {
      await delay(-PAUSE_MS * Math.log(1 - Math.random()));
      if (isOneOf(SLOW_EVERY)) await generateSlowly(connection, requests);
      else if (isOneOf(BATCH_EVERY)) await verifyBatch(connection, exercise, output);
      else await step(connection, output);
    } while (!isOneOf(REQUESTS_A_CONNECTION) && performance.now() < end);
    const { data } = await ask(connection, { type: "state" });
    connection.close();
    return data;
  }

  return {
    takeTimes() {
      const taken = times;
      times = [];
      return taken;
    },
    get requests() {
      return requests;
    },
    async run(index, end) {
      let state: object | null = null;
      for (let turn = index; performance.now() < end; turn += SESSIONS_APART) {
        const left: object = await converse(toExercise(built, turn % EXERCISES), state, end);
        // Half of them come back as they were, as after a cut; the others are new.
        state = isOneOf(2) ? left : null;
      }
    },
  };
}

/**
 * How many problems there are in all: the server soon keeps them all, and what its memory gains from
 * then on is no cache that fills.
 */
const EXERCISES = 5000;
/** A session's next problem is another one. */
const SESSIONS_APART = 1009;

function isOneOf(count: number): boolean {
  return Math.random() * count < 1;
}

function expect(isRight: boolean, reply: unknown): void {
  if (!isRight) throw new Error(`a wrong reply: ${JSON.stringify(reply).slice(0, 500)}`);
}
