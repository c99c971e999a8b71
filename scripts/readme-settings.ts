/** Writes the table of settings in README.md anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { readmeFile, renewSettings } from "./describe-settings.ts";

writeFileSync(readmeFile, renewSettings(readFileSync(readmeFile, "utf8")));
