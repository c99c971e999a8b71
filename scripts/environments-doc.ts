/** Writes docs/environments.md anew: every environment by family, with an example problem. */
import { writeFileSync } from "node:fs";
import { describeEnvironments, environmentsDoc } from "./describe-environments.ts";

writeFileSync(environmentsDoc, describeEnvironments());
