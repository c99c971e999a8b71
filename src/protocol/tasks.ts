import { z } from "zod";
import { FailedProblem, GeneratedProblem } from "./messages.ts";

/**
 * OpenEnv's Task API (the endpoints of the Open Reward Standard): a server's problems as numbered
 * tasks in splits.
 */

const NAMES = ["train", "test"] as const;

// Another split is no fault of the body's form but one that OpenEnv answers by 400.
const split = z
  .string()
  .meta({ enum: [...NAMES] })
  .describe("A split: train or test.");
const bound = z.int().nullish();

export const SplitBody = z.strictObject({ split });

export const TaskBody = z.strictObject({
  split,
  index: z.int().meta({ minimum: 0 }).describe("Counts from 0."),
});

export const TaskRangeBody = z.strictObject({
  split,
  start: bound.describe(
    "The first index, as in a slice of Python: negative ones count from the end.",
  ),
  stop: bound.describe("The index after the last one."),
});

export const SplitList = z.array(z.object({ name: z.string(), type: z.enum(NAMES) }));

/** A task: the reference of a problem, by which a reset starts it, and its prompt. */
const Task = GeneratedProblem.omit({ config: true, reference_answer: true, picture: true });

export const TaskReply = z.object({ task: Task });
export const TaskRangeReply = z.object({ tasks: z.array(z.union([Task, FailedProblem])) });
export const TaskListReply = TaskRangeReply.extend({ env_name: z.string() });
export const TaskCountReply = z.object({ num_tasks: z.int() });
