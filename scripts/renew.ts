/**
 * `npm run renew`: writes anew all that is derived from the code: the digests of the environments
 * and their pages (a file a family), the examples in the protocol's page, the README's table and
 * counts, the manifest's, the versions in problem ids. A changed digest of a released environment calls for a new version of it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readConfig } from "../src/config.ts";
import { environments } from "../src/environments/registry.ts";
import { createLog } from "../src/log.ts";
import { createInProcessProblems } from "../src/problems/in-process.ts";
import { startServer } from "../src/server/server.ts";
import { digestFamily, digestFile, digestFolder } from "../test/environments/digest.ts";
import { familiesOf } from "../test/environments/families.ts";
import {
  describeFamilies,
  describeFamily,
  environmentsPage,
  familyFolder,
  familyPage,
} from "./describe-environments.ts";
import { filesWithProblemIds, renewProblemIds } from "./problem-ids.ts";
import { protocolDoc, renewExamples } from "./protocol-examples.ts";
import { manifestFile, readmeFile, renewManifest, renewReadme } from "./renew-figures.ts";

type Change = (text: string) => string | Promise<string>;

async function renew(file: URL | string, change: Change): Promise<void> {
  const text = readFileSync(file, "utf8");
  const renewed = await change(text);
  if (renewed !== text) writeFileSync(file, renewed);
}

for (const folder of [digestFolder, familyFolder]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
for (const [family, members] of familiesOf(environments)) {
  writeFileSync(digestFile(family), digestFamily(members));
  writeFileSync(familyPage(family), describeFamily(family, members));
}
writeFileSync(environmentsPage, describeFamilies());
for (const file of filesWithProblemIds()) await renew(file, renewProblemIds);
await renew(readmeFile, renewReadme);
await renew(manifestFile, renewManifest);

const server = await startServer({
  config: { ...readConfig({}), host: "127.0.0.1", port: 0 },
  problems: createInProcessProblems({ registry: environments }),
  log: createLog("silent"),
});
await renew(protocolDoc, (page) => renewExamples(page, `ws://127.0.0.1:${server.address.port}/ws`));
await server.drain();
