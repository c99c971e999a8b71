import { setTimeout as delay } from "node:timers/promises";
import { isPinned, type ServerProcess } from "../processes.ts";
import { median } from "../statistics.ts";
import { LoadConnection } from "./connection.ts";
import type { Encoding } from "./session.ts";

/** A connection, the frame that it sends again and again, and how long each reply is. */
export interface Lane {
  readonly connection: LoadConnection;
  readonly frame: Buffer;
  readonly replyLength: number;
}

/** The lanes to a server, and lanes like them to the echo server. */
export interface Lanes {
  readonly server: readonly Lane[];
  readonly echo: readonly Lane[];
}

export interface Rounds {
  readonly count: number;
  readonly milliseconds: number;
}

/** Requests a second of a server and of the echo server. */
export interface Comparison {
  readonly rate: number;
  readonly echoRate: number;
  /** Medians over pairs of rounds, which lie side by side in time. */
  readonly share: number;
  /** Processor microseconds a request, and the share which they give; null if not known. */
  readonly cpuMicros: number | null;
  readonly echoCpuMicros: number | null;
  readonly cpuShare: number | null;
}

/** The lane to the echo server that costs the network what this one does. */
export async function toEchoLane(
  { port }: ServerProcess,
  { frame, replyLength }: Lane,
  { kind }: Encoding,
): Promise<Lane> {
  const connection = await LoadConnection.open(port, `/?size=${replyLength}&kind=${kind}`);
  return { connection, frame, replyLength };
}

/**
 * Compares a server with the echo server: rounds of both by turns, so that whatever else the
 * machine does slows both.
 * @param window how many requests of each lane are under way
 */
export async function compareRates(
  servers: { readonly server: ServerProcess; readonly echo: ServerProcess },
  lanes: Lanes,
  window: number,
  { count, milliseconds }: Rounds,
): Promise<Comparison> {
  const rounds: { server: Round; echo: Round }[] = [];
  for (let round = 0; round <= count; round++) {
    const server = await runRound(servers.server, lanes.server, window, milliseconds);
    const echo = await runRound(servers.echo, lanes.echo, window, milliseconds);
    // The first pair warms up.
    if (round > 0) rounds.push({ server, echo });
  }
  for (const { connection } of [...lanes.server, ...lanes.echo]) connection.close();
  const cpuMicros = toCpuMicros(rounds.map(({ server }) => server));
  const echoCpuMicros = toCpuMicros(rounds.map(({ echo }) => echo));
  return {
    rate: median(rounds.map(({ server }) => server.rate)),
    echoRate: median(rounds.map(({ echo }) => echo.rate)),
    share: median(rounds.map(({ server, echo }) => server.rate / echo.rate)),
    cpuMicros,
    echoCpuMicros,
    cpuShare: cpuMicros === null || echoCpuMicros === null ? null : echoCpuMicros / cpuMicros,
  };
}

/**
 * What processor time tells of a comparison: the same as the clock, unless the machine has other
 * work to do.
 * @param units how much one request does
 */
export function describeCpu(
  { cpuMicros, cpuShare }: Pick<Comparison, "cpuMicros" | "cpuShare">,
  units = 1,
): string | undefined {
  if (cpuMicros === null || cpuShare === null) return undefined;
  const rate = Math.round((1e6 * units) / cpuMicros).toLocaleString("en-US");
  return `by CPU time ${rate}/s, ${cpuShare.toFixed(2)}`;
}

interface Round {
  readonly rate: number;
  readonly replies: number;
  readonly cpuSeconds: number | null;
}

/**
 * The load polls without rest, on its own processor: one that sleeps must be woken by each write of
 * the server, which costs the server up to 20 µs on a virtual machine, and the faster echo less.
 */
async function runRound(
  { cpuSeconds }: ServerProcess,
  lanes: readonly Lane[],
  window: number,
  milliseconds: number,
): Promise<Round> {
  const cpuBefore = cpuSeconds();
  const started = performance.now();
  let replies = 0;
  let underWay = lanes.length * window;
  let isOver = false;
  const drained = new Promise<void>((resolve) => {
    for (const { connection, frame, replyLength } of lanes) {
      const frames = Buffer.concat(Array.from({ length: window }, () => frame));
      connection.countReplies(replyLength);
      connection.onReplies = (count) => {
        replies += count;
        if (!isOver) connection.write(frames.subarray(0, count * frame.length));
        else {
          underWay -= count;
          if (underWay === 0) resolve();
        }
      };
      connection.write(frames);
    }
  });
  const poll = () => {
    if (!isOver) setImmediate(poll);
  };
  if (isPinned) poll();
  await delay(milliseconds);
  const rate = (1000 * replies) / (performance.now() - started);
  isOver = true;
  await drained;
  const cpuAfter = cpuSeconds();
  return {
    rate,
    replies,
    cpuSeconds: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
  };
}

function toCpuMicros(rounds: readonly Round[]): number | null {
  let seconds = 0;
  let replies = 0;
  for (const round of rounds) {
    if (round.cpuSeconds === null) return null;
    seconds += round.cpuSeconds;
    replies += round.replies;
  }
  return (1e6 * seconds) / replies;
}
