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
  const [
    { environments },
    { findEnvironment, generateProblem, isFailure },
    { toConfig },
    answer,
    json,
  ] = await Promise.all([
    import("../environments/registry.ts"),
    import("../problems/problem.ts"),
    import("../problems/stored.ts"),
    import("../problems/reference-answer.ts"),
    import("../protocol/codecs/lossless.ts"),
  ]);
  const environment = findEnvironment(name, environments);
  if (isFailure(environment)) throw new Misuse(environment.message);
  for (let offset = 0; offset < count; offset++) {
    const problem = generateProblem(environment, difficulty, seed + offset);
    const line = json.stringifyJson({
      problem_id: problem.id,
      environment: environment.id,
      difficulty,
      seed: seed + offset,
      problem_input: problem.prompt,
      config: toConfig(problem),
      ...(answers && { reference_answer: answer.toReferenceAnswer(problem) }),
    });
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
  }
}
