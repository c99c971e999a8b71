import { once } from "node:events";
import type { Command } from "commander";
import { Misuse } from "./misuse.ts";
import { integerFrom } from "./options.ts";

interface SampleOptions {
  environment: string;
  difficulty: number;
  seed: number;
  count: number;
  answers?: boolean;
}

/** `rlve-gym sample`: problems as JSON lines. */
export function addCommand(program: Command): void {
  program
    .command("sample")
    .description("Write problems of consecutive seeds as JSON lines.")
    .requiredOption("--environment <id>", "the environment's identifier, such as Sorting")
    .option("--difficulty <level>", "the level", integerFrom(0), 0)
    .option("--seed <seed>", "the seed of the first problem", integerFrom(0), 0)
    .option("--count <count>", "how many problems", integerFrom(1), 1)
    .option("--answers", "add reference_answer, an answer that earns accuracy 1")
    .addHelpText(
      "after",
      "\nExample: rlve-gym sample --environment Sorting --difficulty 3 --count 100 > problems.jsonl",
    )
    .action(sample);
}

async function sample(options: SampleOptions): Promise<void> {
  const { environment: name, difficulty, seed, count, answers = false } = options;
  const [registry, references, { createInProcessProblems }, { isFailure }, { toStored }, json] =
    await Promise.all([
      import("../environments/registry.ts"),
      import("../problems/reference.ts"),
      import("../problems/in-process.ts"),
      import("../problems/failure.ts"),
      import("../problems/stored.ts"),
      import("../protocol/codecs/lossless.ts"),
    ]);
  const environment = references.findEnvironment(name, registry.environments);
  if (isFailure(environment)) throw new Misuse(environment.message);
  const problems = createInProcessProblems({ registry: registry.environments, remembered: 0 });
  for (let offset = 0; offset < count; offset++) {
    const reference = { environment: name, difficulty, seed: seed + offset };
    const problem = problems.generate(reference);
    if (isFailure(problem)) throw new Error(problem.message);
    const solution = answers ? problems.solve(problem) : null;
    if (solution !== null && isFailure(solution)) throw new Error(solution.message);
    const line = json.stringifyJson({
      problem_id: problem.id,
      ...reference,
      problem_input: problem.prompt,
      config: toStored(problem),
      ...(solution !== null && { reference_answer: solution.answer }),
    });
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
  }
}
