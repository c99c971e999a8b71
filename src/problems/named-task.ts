import type { Registry } from "../environments/registry.ts";
import { formatProblemId } from "./reference.ts";
import type { Work } from "./work.ts";

/** Work by its name, for the log: nothing of what it is about. */
export interface NamedTask {
  readonly task: Work["work"];
  readonly environment: string;
  /** Null of a stored problem. */
  readonly problem_id: string | null;
}

export function nameTask(work: Work, registry: Registry): NamedTask {
  const { work: task } = work;
  switch (work.work) {
    case "generate": {
      const { environment, difficulty, seed } = work.reference;
      const registered = registry.get(environment);
      const problem_id = registered ? formatProblemId(registered, difficulty, seed) : null;
      return { task, environment, problem_id };
    }
    case "open":
      return { task, environment: work.registered.id, problem_id: null };
    default:
      return { task, environment: work.problem.environment.id, problem_id: work.problem.id };
  }
}
