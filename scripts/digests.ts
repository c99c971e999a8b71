/** Writes test/environments/digests.json anew. A changed digest of a released environment calls for a new version of it. */
import { writeFileSync } from "node:fs";
import { digestAll } from "../test/environments/digest.ts";

const file = new URL("../test/environments/digests.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(digestAll(), null, 2)}\n`);
