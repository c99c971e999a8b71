import type { WebSocket } from "ws";
import { environments } from "../../src/environments/registry.ts";
import { ask, connect } from "../fuzz/victim.ts";

/** Something large that clients may send. */
export interface Strain {
  readonly name: string;
  readonly settings?: Readonly<Record<string, string>>;
  run(url: string): Promise<void>;
}

/** Kinds of answers whose reading or scoring has least in common. */
const LONG: readonly (readonly [environment: string, part: string])[] = [
  ["Sorting", "12 "],
  ["Multiplication", "7"],
  ["Knapsack", "1 "],
  ["MinimumSpanningTree", "0 1 "],
  ["Integral", "x+"],
  ["Maze", "R"],
];

const LONG_BYTES = 15e6;

/** What resets ask for: large, and beyond all reason. */
const LEVELS = [20, 50, 100, 1000, 1_000_000];

/** How many connections send at once. */
const CONNECTIONS = 4;

export const strains: readonly Strain[] = [
  ...LONG.map(([environment, part]) => ({
    name: `an output of 15 MB to ${environment}`,
    run: (url: string) => sendEach(url, [toVerify(environment, [toOutput(part, LONG_BYTES)])], 1),
  })),
  {
    name: "40 outputs to Integral in a batch of 15 MB",
    run: (url) => {
      const output = toOutput("x+", LONG_BYTES / 40);
      return sendEach(url, [toVerify("Integral", new Array(40).fill(output))], 1);
    },
  },
  {
    name: "40 outputs of 15 MB to Integral, one after another",
    run: (url) => {
      const frame = toVerify("Integral", [toOutput("x+", LONG_BYTES)]);
      return sendEach(url, new Array(40).fill(frame), 1);
    },
  },
  {
    name: "20 batches of 4,096 outputs of 3 kB, on 4 connections",
    run: (url) => {
      const frames = LONG.map(([environment, part]) =>
        toVerify(environment, new Array(4096).fill(toOutput(part, 3000))),
      );
      return sendEach(
        url,
        Array.from({ length: 20 }, (_, index) => frames[index % frames.length]),
      );
    },
  },
  {
    name: "20 batches of 4,096 problems of all environments, on 4 connections",
    run: (url) => {
      const ids = [...environments.keys()];
      const frames = Array.from({ length: 20 }, (_, batch) => {
        const problems = Array.from({ length: 4096 }, (_, index) => ({
          environment: ids[index % ids.length],
          difficulty: 2,
          seed: batch * 4096 + index,
          outputs: ["<answer>1 2 3</answer>"],
        }));
        return toFrame("verify", { problems });
      });
      return sendEach(url, frames);
    },
  },
  ...LEVELS.map((difficulty) => ({
    name: `resets at difficulty ${difficulty.toLocaleString("en")} in every environment, on 4 connections`,
    settings: { RLVEGYM_GENERATION_TIMEOUT_S: "2" },
    run: (url: string) =>
      sendEach(
        url,
        [...environments.keys()].map((environment) =>
          toFrame("reset", { environment, difficulty, seed: 1 }),
        ),
      ),
  })),
];

/** Connections that each send the next frame when their last one is answered. */
async function sendEach(
  url: string,
  frames: readonly Buffer[],
  connections = CONNECTIONS,
): Promise<void> {
  const left = frames.values();
  const send = async (socket: WebSocket) => {
    for (const frame of left) {
      if ((await ask(socket, frame, false)) === null) throw new Error("the connection ended");
    }
    socket.terminate();
  };
  const sockets = await Promise.all(Array.from({ length: connections }, () => connect(url)));
  await Promise.all(sockets.map(send));
}

function toVerify(environment: string, outputs: readonly string[]): Buffer {
  return toFrame("verify", { problems: [{ environment, difficulty: 3, seed: 1, outputs }] });
}

function toFrame(type: string, data: object): Buffer {
  return Buffer.from(JSON.stringify({ type, data }));
}

function toOutput(part: string, bytes: number): string {
  return `<answer>${part.repeat(Math.floor(bytes / part.length))}</answer>`;
}
