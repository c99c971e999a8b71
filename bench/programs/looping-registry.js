// JavaScript, since the workers of the built server import it, where nothing translates TypeScript.
import { environments as built } from "../../dist/environments/registry.js";

/** @type {import("../../src/environments/registry.ts").RegisteredEnvironment} */
const looping = {
  ...built.get("Sorting"),
  id: "Looping",
  generate() {
    for (;;);
  },
};

/** All environments, and one whose generation never ends. */
export const environments = new Map([...built, [looping.id, looping]]);
