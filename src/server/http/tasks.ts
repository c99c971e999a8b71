import { z } from "zod";
import type { MaybePromise } from "../../event-loop.ts";
import { SPLITS, type Split } from "../../problems/split.ts";
import type { Outcome } from "../../protocol/errors.ts";
import { ProtocolError } from "../../protocol/errors.ts";
import {
  SplitBody,
  SplitList,
  TaskBody,
  TaskCountReply,
  TaskListReply,
  TaskRangeBody,
  TaskRangeReply,
  TaskReply,
} from "../../protocol/tasks.ts";
import { generateTasks } from "../../requests/generate-tasks.ts";
import { countTasks, describeUnknownSplit, findTask, isSplit } from "../../requests/tasks.ts";
import { quote } from "../../wording.ts";
import type { ServerContext } from "../context.ts";
import { OPENENV_NAME } from "./about.ts";
import { refuse } from "./bodies.ts";
import { type Route, route } from "./route.ts";

/** How many tasks `tasks` shows of a split, whose whole would be far too long for a response. */
const PREVIEW = 100;

const NOT_OURS = "The server has another name.";
const parameters = z.object({
  env_name: z
    .string()
    .describe(`This server's name: ${OPENENV_NAME}.`)
    .meta({ examples: [OPENENV_NAME] }),
});

/** OpenEnv's Task API: the problems of this server as numbered tasks. */
export function createTaskRoutes({ context }: Pick<ServerContext, "context">): Route[] {
  const { registry } = context.problems;
  return [
    route({
      name: "listEnvironmentNames",
      method: "get",
      path: "/list_environments",
      tag: "tasks",
      summary: "The name by which the Task API knows this server.",
      reply: z.array(z.string()),
      answer: () => [OPENENV_NAME],
    }),
    route({
      name: "listSplits",
      method: "get",
      path: "/{env_name}/splits",
      tag: "tasks",
      summary: "The splits of the tasks.",
      parameters,
      reply: SplitList,
      statuses: { 404: NOT_OURS },
      answer: ({ parameters: { env_name } }) =>
        isOurName(env_name) ? SPLITS.map((name) => ({ name, type: name })) : refuseName(env_name),
    }),
    splitRoute({
      name: "countTasks",
      action: "num_tasks",
      summary: "How many tasks a split has.",
      body: SplitBody,
      example: { split: "test" },
      reply: TaskCountReply,
      answer: (split) => ({ num_tasks: countTasks(split, registry) }),
    }),
    splitRoute({
      name: "listTasks",
      action: "tasks",
      summary: `The first ${PREVIEW} tasks of a split.`,
      body: SplitBody,
      example: { split: "test" },
      reply: TaskListReply,
      async answer(split) {
        const outcome = await generateTasks(
          context,
          split,
          0,
          Math.min(PREVIEW, context.limits.maxBatch),
        );
        return outcome instanceof ProtocolError ? outcome : { ...outcome, env_name: OPENENV_NAME };
      },
    }),
    splitRoute({
      name: "getTask",
      action: "task",
      summary: "One task.",
      body: TaskBody,
      example: { split: "test", index: 0 },
      reply: TaskReply,
      statuses: { 400: "There is no such split, or no task of that index in it." },
      async answer(split, { index }) {
        if (findTask(split, index, registry) === undefined)
          return refuse(400, "Invalid task index");
        const outcome = await generateTasks(context, split, index, index + 1);
        if (outcome instanceof ProtocolError) return outcome;
        const [task] = outcome.tasks;
        return "error" in task ? refuse(500, task.error.message) : { task };
      },
    }),
    splitRoute({
      name: "getTasks",
      action: "task_range",
      summary: "The tasks of a slice, as Python slices: at most as many as a batch may hold.",
      body: TaskRangeBody,
      example: { split: "test", start: 10, stop: 12 },
      reply: TaskRangeReply,
      answer: (split, { start, stop }) => generateTasks(context, split, start, stop),
    }),
  ];
}

interface SplitRoute<Body extends z.ZodType<{ split: string }>, Reply> {
  readonly name: string;
  readonly action: string;
  readonly summary: string;
  readonly body: Body;
  readonly example: z.input<Body>;
  readonly reply: z.ZodType<Reply>;
  readonly statuses?: Readonly<Record<number, string>>;
  answer(split: Split, body: z.output<Body>): MaybePromise<Outcome<Reply> | Response>;
}

/** A route that says something of a split. */
function splitRoute<Body extends z.ZodType<{ split: string }>, Reply>({
  action,
  example,
  statuses,
  answer,
  ...described
}: SplitRoute<Body, Reply>): Route {
  return route({
    ...described,
    method: "post",
    path: `/{env_name}/${action}`,
    tag: "tasks",
    parameters,
    examples: { "of the test split": example },
    statuses: { 404: NOT_OURS, 400: "There is no such split.", ...statuses },
    answer({ body, parameters: { env_name } }) {
      if (!isOurName(env_name)) return refuseName(env_name);
      return isSplit(body.split)
        ? answer(body.split, body)
        : refuse(400, describeUnknownSplit(body.split));
    },
  });
}

function isOurName(name: string): boolean {
  return name.toLowerCase() === OPENENV_NAME;
}

function refuseName(name: string): Response {
  return refuse(404, `unknown environment ${quote(name)}`);
}
