import { expect, onTestFinished } from "vitest";
import { ConnectionError, RlveGymClient, RlveGymError } from "../../src/client/client.ts";
import { environments } from "../../src/environments/registry.ts";
import { Random } from "../../src/environments/toolkit/random/random.ts";
import type { TestServer } from "../server/harness.ts";
import { FlakyProxy } from "./fakes.ts";

const CLIENTS = 16;
const problem_id = `Sorting@${environments.get("Sorting")?.version}/0/7`;

/**
 * Plays through a network that cuts connections a thousand times at random bytes, by steps, batches
 * and reports, and compares what the curriculum has counted with what was answered.
 */
export async function playThroughCuts(server: TestServer, cuts = 1000): Promise<void> {
  const direct = await RlveGymClient.connect(server.httpUrl);
  onTestFinished(() => direct.close());
  const main = direct.curriculum("main");
  await main.load({ environments: ["Sorting"], min_samples: 1_000_000 });
  const random = new Random("cuts");
  const proxies: FlakyProxy[] = [];
  const countCuts = () => proxies.reduce((sum, proxy) => sum + proxy.cuts, 0);
  const counted = { draws: 0, samples: 0, correct: 0 };
  const play = async (player: number) => {
    let connections = 0;
    // Each player's every other connection lives for a while: ten in a row without a reply would be
    // held to be the request's fault.
    const drawRoom = () => random.integer(0, 3000) + (++connections % 2) * 6000;
    const proxy = await FlakyProxy.start(() => server.address.port, drawRoom);
    proxies.push(proxy);
    const client = await connectThrough(proxy);
    const own = client.curriculum("main");
    for (let round = 0; countCuts() < cuts; round++) {
      await insist(() => client.reset({ curriculum: "main" }));
      counted.draws++;
      for (let step = random.integer(1, 4); step > 0; step--) {
        await insist(() => client.step("wrong"));
        counted.samples++;
      }
      const problems = [{ problem_id, outputs: ["wrong", "again"] }];
      const report_id = `${player}/${round}`;
      await insist(() => own.verify(problems, { report_id: `${report_id}/verify` }));
      const outcomes = [{ problem_id, samples: 3, correct: 2 }];
      await insist(() => own.report(outcomes, { report_id }));
      counted.samples += 5;
      counted.correct += 2;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, player) => play(player)));
  const { draws, environments: progress } = await insist(() => main.state());
  expect(progress.Sorting).toMatchObject({
    total_samples: counted.samples,
    total_correct: counted.correct,
  });
  // A draw whose reply was lost is drawn again.
  expect(draws).toBeGreaterThanOrEqual(counted.draws);
  expect(countCuts()).toBeGreaterThanOrEqual(cuts);
}

/** Sends again what the store could not do, as callers are told to. */
export async function insist<Reply>(call: () => Promise<Reply>): Promise<Reply> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof RlveGymError) || error.code !== "EXECUTION_ERROR") throw error;
    }
  }
}

/** The first connection may be cut before it is one. */
async function connectThrough({ url }: FlakyProxy): Promise<RlveGymClient> {
  for (;;) {
    try {
      const client = await RlveGymClient.connect(url);
      onTestFinished(() => client.close());
      return client;
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
    }
  }
}
