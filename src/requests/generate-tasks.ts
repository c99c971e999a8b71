import type { Split } from "../problems/split.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { GeneratedData } from "../protocol/messages.ts";
import type { RequestContext } from "./context.ts";
import { generate } from "./generate.ts";
import { refuseLargeBatch } from "./limits.ts";
import { countTasks, findTask } from "./tasks.ts";

/** Tasks with their prompts; one whose problem could not be generated says why. */
export interface GeneratedTasks {
  readonly tasks: GeneratedData["problems"];
}

/**
 * Generates the tasks of a slice, whose bounds are as Python's: left out they are the split's ends,
 * negative ones count from its end, and what lies beyond is clipped.
 */
export async function generateTasks(
  context: RequestContext,
  split: Split,
  start?: number | null,
  stop?: number | null,
): Promise<Outcome<GeneratedTasks>> {
  const { registry } = context.problems;
  const count = countTasks(split, registry);
  const first = clip(start ?? 0, count);
  const length = Math.max(0, clip(stop ?? count, count) - first);
  const tooLarge = refuseLargeBatch(length, "tasks in a range", context.limits);
  if (tooLarge) return tooLarge;
  const problems = Array.from({ length }, (_, offset) =>
    findTask(split, first + offset, registry),
  ).filter((task) => task !== undefined);
  const outcome = await generate(context, { problems, split, mayRise: true });
  return outcome instanceof ProtocolError ? outcome : { tasks: outcome.problems };
}

/** A bound of a Python slice as an index from 0 to the count. */
function clip(bound: number, count: number): number {
  return Math.min(count, Math.max(0, bound < 0 ? bound + count : bound));
}
