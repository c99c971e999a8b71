import { describeStore } from "./store-suite.ts";
import { STORES } from "./stores.ts";

for (const [title, open] of STORES) describeStore(title, open);
