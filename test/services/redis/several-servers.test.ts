import { afterAll, beforeAll, expect, test } from "vitest";
import type { RlveGymClient } from "../../../src/client/client.ts";
import { Curricula } from "../../../src/curriculum/curricula.ts";
import { MemoryStore } from "../../../src/curriculum/memory-store.ts";
import { environments } from "../../../src/environments/registry.ts";
import { Random } from "../../../src/environments/toolkit/random/random.ts";
import { CurriculumDefinition, type ReportData } from "../../../src/protocol/curricula.ts";
import { ProtocolError } from "../../../src/protocol/errors.ts";
import { RedisServer } from "./redis-server.ts";
import { ServerProcess } from "./server-process.ts";
import { connect, idOf } from "./servers.ts";

let redis: RedisServer;

beforeAll(async () => {
  redis = await RedisServer.start("--appendfsync", "no");
});

afterAll(() => redis.end());

const NAMES = [...environments.keys()].slice(0, 25);

/** Three servers on one Redis, and connections to them in turn. */
async function startThree(connections: number): Promise<RlveGymClient[]> {
  const url = redis.url();
  const servers = await Promise.all([1, 2, 3].map(() => ServerProcess.start(url)));
  return Promise.all(Array.from({ length: connections }, (_, i) => connect(servers[i % 3].url)));
}

const ROUNDS = 5;
const REPORTS = 800;
const OUTCOMES = 2;

/**
 * Reports of the levels up to a number that is each environment's own: all right, or all wrong. All
 * of a round speak of one level, so that it does not matter which comes first.
 */
function toRound(level: number): ReportData[] {
  const random = new Random(`round ${level}`);
  return Array.from({ length: REPORTS }, (_, number) => ({
    curriculum: "main",
    report_id: `${level}/${number}`,
    outcomes: random
      .shuffle(NAMES.flatMap((name) => Array.from({ length: OUTCOMES }, () => name)))
      .map((name) => {
        const skill = NAMES.indexOf(name) % (ROUNDS + 1);
        const samples = 1 + (NAMES.indexOf(name) % 3);
        return {
          problem_id: idOf(name, Math.min(level, skill)),
          samples,
          correct: level < skill ? samples : 0,
        };
      }),
  }));
}

test("200,000 outcomes from 64 connections to three servers: totals and tops of one", async () => {
  const definition = { environments: NAMES, min_samples: 64, seed: 3 };
  const clients = await startThree(64);
  await clients[0].curriculum("main").load(definition);
  const alone = new Curricula(new MemoryStore(environments), environments);
  await alone.create("main", CurriculumDefinition.parse(definition), false);
  let outcomes = 0;
  let counted = 0;
  for (let level = 0; level < ROUNDS; level++) {
    const reports = toRound(level);
    for (const { outcomes: own, report_id } of reports) {
      const named = own.map(({ problem_id, ...counts }) => {
        const [environment] = problem_id.split("@");
        return { environment, difficulty: Number(problem_id.split("/")[1]), ...counts };
      });
      const key = { key: String(report_id), number: 0 };
      const reported = await alone.report("main", named, key);
      expect(reported).not.toBeInstanceOf(ProtocolError);
      outcomes += named.length;
    }
    // Each tenth is sent to two servers.
    const sent = [...reports, ...reports.filter((_, number) => number % 10 === 0)];
    const work = clients.map(async (client) => {
      for (let report = sent.pop(); report !== undefined; report = sent.pop()) {
        const { counted: isCounted } = await client.report(report);
        counted += Number(isCounted);
      }
    });
    await Promise.all(work);
  }
  expect(outcomes).toBe(200_000);
  expect(counted).toBe(ROUNDS * REPORTS);
  const state = await clients[1].curriculum("main").state();
  expect(state).toEqual(await alone.state("main"));
  const tops = Object.values(state.environments).map(({ top }) => top);
  expect(new Set(tops)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
});

test("the members of a group on three servers get one draw, asking at the same moment", async () => {
  const clients = await startThree(12);
  await clients[0].curriculum("main").load({ environments: NAMES });
  for (let group = 0; group < 20; group++) {
    const data = { curriculum: "main", group_id: `group ${group}` };
    const observations = await Promise.all(clients.map((client) => client.reset(data)));
    expect(new Set(observations.map(({ metadata }) => metadata.problem_id)).size).toBe(1);
  }
  expect((await clients[2].curriculum("main").state()).draws).toBe(20);
});

test("a batch of 256 is one command of the store: its draws, and its report", async () => {
  const [client] = await startThree(1);
  const main = client.curriculum("main");
  await main.load({ environments: ["Sorting"] });
  // What is to be known of it is known from now on.
  await main.verify([{ problem_id: idOf("Sorting", 0), outputs: ["wrong"] }]);
  await main.draw(1);
  const commands: string[][] = [];
  await redis.ask(async (own) => {
    const monitor = await own.monitor();
    monitor.on("monitor", (_time, command: string[], source: string) => {
      if (source !== "lua") commands.push(command);
    });
    const drawn = await main.draw(256);
    const problems = drawn.map(({ problem_id }) => ({ problem_id, outputs: ["wrong"] }));
    await main.verify(problems as never);
    await redis.ask((other) => other.echo("the end"));
    while (!commands.some(([name]) => name.toUpperCase() === "ECHO")) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    monitor.disconnect();
  });
  const names = commands.map(([name]) => name.toLowerCase());
  expect(names.filter((name) => name.startsWith("eval"))).toEqual(["evalsha", "evalsha"]);
});
