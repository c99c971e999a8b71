/**
 * `npx tsx scripts/count-splits.ts [TURNS]`: how many prompts of the Task API's test split are
 * among those of train, over every task of levels 0 to 9, or of the first turns of each split.
 */
import { createHash } from "node:crypto";
import { environments } from "../src/environments/registry.ts";
import { isFailure } from "../src/problems/failure.ts";
import { createInProcessProblems } from "../src/problems/in-process.ts";
import type { Split } from "../src/problems/split.ts";
import { generateInSplit } from "../src/problems/split-search.ts";
import { countTasks, findTask, LEVELS } from "../src/requests/tasks.ts";

const turns = Number(process.argv[2] ?? Infinity);
const problems = createInProcessProblems({ registry: environments, remembered: 0 });

/** The tasks' prompts, as hashes; how many tasks have no problem, and how many are harder. */
async function collect(split: Split) {
  const prompts = new Set<string>();
  const counts = { tasks: 0, none: 0, higher: 0 };
  const count = Math.min(countTasks(split, environments), turns * LEVELS * environments.size);
  for (let index = 0; index < count; index++) {
    const task = findTask(split, index, environments);
    if (task === undefined) throw new Error(`There is no task ${index} in ${split}.`);
    const problem = await generateInSplit(problems, task);
    counts.tasks++;
    if (isFailure(problem)) {
      counts.none++;
      continue;
    }
    if (problem.difficulty !== task.difficulty) counts.higher++;
    prompts.add(createHash("sha256").update(problem.prompt).digest("base64"));
  }
  return { prompts, counts };
}

const test = await collect("test");
const train = await collect("train");
const shared = [...test.prompts].filter((prompt) => train.prompts.has(prompt)).length;
for (const [split, { prompts, counts }] of Object.entries({ train, test })) {
  const { tasks, none, higher } = counts;
  console.log(
    `${split}: ${tasks} tasks, ${prompts.size} distinct prompts; ${higher} tasks of a higher level, ${none} without a problem`,
  );
}
console.log(`test prompts that occur in train: ${shared} of ${test.prompts.size}`);
