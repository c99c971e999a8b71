// @ts-check
import { environments as built } from "../../dist/environments/registry.js";

const sorting = built.get("Sorting");
if (sorting === undefined) throw new Error("there is no environment Sorting");

/** An environment whose generation never ends. */
const looping = {
  ...sorting,
  id: "Looping",
  /** @returns {never} */
  generate() {
    for (;;);
  },
};

/** All environments, and that one: this module is the registry of the event-loop server. */
export const environments = new Map([...built, [looping.id, looping]]);
