/** Writes the replies on docs/protocol.md anew, from a server that is started for it. */
import { readFileSync, writeFileSync } from "node:fs";
import { readConfig } from "../src/config.ts";
import { environments, registryModule } from "../src/environments/registry.ts";
import { createLog } from "../src/log.ts";
import { startServer } from "../src/server/server.ts";
import { protocolDoc, renewExamples } from "./protocol-examples.ts";

const server = await startServer({
  config: { ...readConfig({}), host: "127.0.0.1", port: 0 },
  registry: environments,
  registryModule,
  log: createLog("silent"),
});
const page = readFileSync(protocolDoc, "utf8");
writeFileSync(protocolDoc, await renewExamples(page, `ws://127.0.0.1:${server.address.port}/ws`));
await server.drain();
