import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import type { MaybePromise, Outcome } from "../../event-loop.ts";
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
import {
  countTasks,
  describeUnknownSplit,
  findTask,
  isSplitName,
  SPLIT_NAMES,
  type SplitName,
} from "../../requests/tasks.ts";
import { quote } from "../../wording.ts";
import type { AppOptions } from "./app.ts";
import { respond, withBody } from "./bodies.ts";
import { describeRoute } from "./describe-route.ts";
import { OPENENV_NAME } from "./description-routes.ts";

/** How many tasks `tasks` shows of a split, whose whole would be far too long for a response. */
const PREVIEW = 100;

const NOT_OURS = "The server has another name.";
const parameters = z.object({
  env_name: z.string().describe(`This server's name: ${OPENENV_NAME}.`),
});

/** OpenEnv's Task API: the problems of this server as numbered tasks. */
export function addTaskRoutes(app: OpenAPIHono, { context }: AppOptions): void {
  const { registry } = context.problems;

  describeRoute(app, "get", "/list_environments", {
    summary: "The name by which the Task API knows this server.",
    reply: z.array(z.string()),
  });
  app.get("/list_environments", () => respond([OPENENV_NAME]));

  describeRoute(app, "get", "/{env_name}/splits", {
    summary: "The splits of the tasks.",
    parameters,
    reply: SplitList,
    refusals: { 404: NOT_OURS },
  });
  app.get("/:env_name/splits", ({ req }) =>
    isOurName(req.param("env_name"))
      ? respond(SPLIT_NAMES.map((name) => ({ name, type: name })))
      : refuseName(req.param("env_name")),
  );

  addSplitRoute(app, "num_tasks", {
    summary: "How many tasks a split has.",
    body: SplitBody,
    reply: TaskCountReply,
    answer: (split) => ({ num_tasks: countTasks(split, registry) }),
  });

  addSplitRoute(app, "tasks", {
    summary: `The first ${PREVIEW} tasks of a split.`,
    body: SplitBody,
    reply: TaskListReply,
    async answer(split) {
      const outcome = await generateTasks(context, split, 0, Math.min(PREVIEW, context.maxBatch));
      return outcome instanceof ProtocolError ? outcome : { ...outcome, env_name: OPENENV_NAME };
    },
  });

  addSplitRoute(app, "task", {
    summary: "One task.",
    body: TaskBody,
    reply: TaskReply,
    refusals: { 400: "There is no such split, or no task of that index in it." },
    async answer(split, { index }) {
      if (findTask(split, index, registry) === undefined) {
        return respond({ detail: "Invalid task index" }, 400);
      }
      const outcome = await generateTasks(context, split, index, index + 1);
      if (outcome instanceof ProtocolError) return outcome;
      const [task] = outcome.tasks;
      return "error" in task ? respond({ detail: task.error.message }, 500) : { task };
    },
  });

  addSplitRoute(app, "task_range", {
    summary: "The tasks of a slice, as Python slices: at most as many as a batch may hold.",
    body: TaskRangeBody,
    reply: TaskRangeReply,
    refusals: { 413: "The slice holds more tasks than a batch may." },
    answer: (split, { start, stop }) => generateTasks(context, split, start, stop),
  });
}

interface SplitRoute<Body extends z.ZodType<{ split: string }>> {
  readonly summary: string;
  readonly body: Body;
  readonly reply: z.ZodType;
  readonly refusals?: Record<number, string>;
  answer(split: SplitName, body: z.infer<Body>): MaybePromise<Outcome<unknown> | Response>;
}

/** Adds a route that says something of a split. */
function addSplitRoute<Body extends z.ZodType<{ split: string }>>(
  app: OpenAPIHono,
  action: string,
  { answer, ...description }: SplitRoute<Body>,
): void {
  const refusals = { 404: NOT_OURS, 400: "There is no such split.", ...description.refusals };
  describeRoute(app, "post", `/{env_name}/${action}`, { ...description, parameters, refusals });
  app.post(`/:env_name/${action}`, (request: Context) =>
    withBody(request, description.body, (body) => {
      const name = request.req.param("env_name") ?? "";
      if (!isOurName(name)) return refuseName(name);
      return isSplitName(body.split)
        ? answer(body.split, body)
        : respond({ detail: describeUnknownSplit(body.split) }, 400);
    }),
  );
}

function isOurName(name: string): boolean {
  return name.toLowerCase() === OPENENV_NAME;
}

function refuseName(name: string): Response {
  return respond({ detail: `unknown environment ${quote(name)}` }, 404);
}
