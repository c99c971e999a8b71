import { importBuilt, repository } from "./built.ts";
import { toExercise, toOutput } from "./load/workload.ts";
import type { BenchOptions, Figure, Measurement, Section } from "./measurement.ts";
import { onAnyCore, type ServerProcess, startServer } from "./processes.ts";

const BATCH = 256;
const OUTPUT_BYTES = 400;
const PROBLEMS = 16;
/** How many batches are under way for each server: none waits for the load. */
const WINDOW_A_SERVER = 4;
const SERVERS = [1, 2, 3];

/**
 * The client of several servers, with all that it does: encoding, choosing, decoding. Where servers
 * and load have fewer processors than there are servers, the figures say what the spreading costs;
 * verifications by processor time say what servers with processors of their own would do.
 */
export const severalServers: Measurement = {
  name: "servers",
  help: "verifications a second of one, two and three servers that share a client's batches",

  run: (options) => onAnyCore(() => compareCounts(options)),
};

async function compareCounts({ quick, report }: BenchOptions): Promise<Section[]> {
  const built = await importBuilt();
  const { RlveGymClient } = (await import(
    new URL("dist/client/client.js", repository).href
  )) as typeof import("../src/client/client.ts");
  const problems = Array.from({ length: PROBLEMS }, (_, index) => {
    const { id, answer } = toExercise(built, index);
    const output = toOutput(answer, OUTPUT_BYTES);
    return { problem_id: id, outputs: Array.from({ length: BATCH / PROBLEMS }, () => output) };
  });
  const all: ServerProcess[] = [];
  const figures: Figure[] = [];
  for (const count of SERVERS) {
    report(`${count} of ${SERVERS.length} servers`);
    while (all.length < count) all.push(await startServer([], true));
    const client = await RlveGymClient.connect(all.map(({ port }) => `http://127.0.0.1:${port}`));
    const load = async (milliseconds: number) => {
      const end = performance.now() + milliseconds;
      let batches = 0;
      const work = async () => {
        for (; performance.now() < end; batches++) await client.verify({ problems });
      };
      await Promise.all(Array.from({ length: WINDOW_A_SERVER * count }, work));
      return batches;
    };
    await load(quick ? 1_000 : 3_000);
    const before = { cpu: cpuOf(all), own: process.cpuUsage(), time: performance.now() };
    const verified = BATCH * (await load(quick ? 1_500 : 6_000));
    const seconds = (performance.now() - before.time) / 1_000;
    const cpu = cpuOf(all) - before.cpu;
    const { user, system } = process.cpuUsage(before.own);
    const shares = client.servers.map(({ answered }) => answered);
    await client.close();
    const perCpu = verified / cpu;
    const ownShare = (user + system) / 1e6 / seconds;
    figures.push({
      name: `${count} server${count === 1 ? "" : "s"}`,
      value: verified / seconds,
      unit: "/s",
      baseline: figures[0]?.value ?? verified / seconds,
      note: `${Math.round(perCpu / 1_000)} k/s by the servers' CPU time; client ${Math.round(100 * ownShare)} % of a core; batches ${shares.join(" : ")}`,
      details: { perCpuSecond: perCpu, clientCores: ownShare, serverCores: cpu / seconds },
    });
  }
  await Promise.all(all.map((server) => server.stop()));
  const title = "verifications a second by one client, batches of 256 outputs of 400 bytes";
  return [{ title, baseline: "one server", figures }];
}

function cpuOf(servers: readonly ServerProcess[]): number {
  return servers.reduce((sum, server) => sum + (server.cpuSeconds() ?? 0), 0);
}
