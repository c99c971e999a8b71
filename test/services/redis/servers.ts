import { onTestFinished } from "vitest";
import { RlveGymClient } from "../../../src/client/client.ts";
import { Curricula } from "../../../src/curriculum/curricula.ts";
import { openStore } from "../../../src/curriculum/open-store.ts";
import { environments } from "../../../src/environments/registry.ts";
import { createLog } from "../../../src/log.ts";
import { startTestServer, type TestServer } from "../../server/harness.ts";

/** A server in this process whose curricula are in a Redis, which ends with the test. */
export async function startServerOn(store: string, port = 0): Promise<TestServer> {
  const log = createLog("silent");
  const curricula = new Curricula(await openStore(store, environments, log), environments);
  onTestFinished(() => curricula.close());
  return startTestServer({ port }, undefined, undefined, { curricula });
}

export async function connect(url: string): Promise<RlveGymClient> {
  const client = await RlveGymClient.connect(url);
  onTestFinished(() => client.close());
  return client;
}

/** The id of a problem of an environment. */
export function idOf(environment: string, difficulty: number, seed = 7): string {
  return `${environment}@${environments.get(environment)?.version}/${difficulty}/${seed}`;
}
