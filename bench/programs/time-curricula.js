// @ts-check
import { Curricula } from "../../dist/curriculum/curricula.js";
import { MemoryStore } from "../../dist/curriculum/memory-store.js";
import { environments } from "../../dist/environments/registry.js";
import { generateProblem } from "../../dist/index.js";
import { CurriculumDefinition } from "../../dist/protocol/curricula.js";
import { ProtocolError } from "../../dist/protocol/errors.js";
import { median, timeMany, timeOnce } from "./timing.js";

/*
 * Times what a curriculum of all environments in memory adds to a problem: its draw beside its
 * generation, and the report of one outcome. Sends the times in microseconds.
 */

const BUDGET_MS = 1500;
const PROBLEMS = 1000;

const curricula = new Curricula(new MemoryStore(environments), environments);
await curricula.create("main", CurriculumDefinition.parse({}), false);

function draw() {
  const drawn = curricula.draw("main", 1);
  if (drawn instanceof ProtocolError || drawn instanceof Promise) throw new Error("no draw");
  return drawn[0].references.next().value;
}

const outcome = { environment: "Sorting", difficulty: 0, samples: 1, correct: 0 };
let reports = 0;
const report = () => curricula.report("main", [outcome], { key: "bench", number: reports++ });

const generation = Array.from({ length: PROBLEMS }, () => {
  const reference = draw();
  return timeOnce(() => generateProblem(reference));
});
process.send?.({
  draw: timeMany(draw, BUDGET_MS),
  report: timeMany(report, BUDGET_MS),
  generation: median(generation),
});
