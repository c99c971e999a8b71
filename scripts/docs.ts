/** `npm run docs`: writes anew what the pages and the manifest take from the code. */
import { readFileSync, writeFileSync } from "node:fs";
import { readConfig } from "../src/config.ts";
import { environments, registryModule } from "../src/environments/registry.ts";
import { createLog } from "../src/log.ts";
import { startServer } from "../src/server/server.ts";
import { describeEnvironments, environmentsDoc } from "./describe-environments.ts";
import { protocolDoc, renewExamples } from "./protocol-examples.ts";
import { manifestFile, readmeFile, renewManifest, renewReadme } from "./renew-figures.ts";

async function renew(file: URL, change: (text: string) => string | Promise<string>): Promise<void> {
  writeFileSync(file, await change(readFileSync(file, "utf8")));
}

writeFileSync(environmentsDoc, describeEnvironments());
await renew(readmeFile, renewReadme);
await renew(manifestFile, renewManifest);

const server = await startServer({
  config: { ...readConfig({}), host: "127.0.0.1", port: 0 },
  registry: environments,
  registryModule,
  log: createLog("silent"),
});
await renew(protocolDoc, (page) => renewExamples(page, `ws://127.0.0.1:${server.address.port}/ws`));
await server.drain();
