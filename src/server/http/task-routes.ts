import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { quote } from "../../problems/problem.ts";
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
import { refuseLarge } from "../../session/batch.ts";
import { generateBatch } from "../../session/generate-batch.ts";
import type { MaybePromise, Outcome } from "../../session/outcome.ts";
import { Session, type SessionContext } from "../../session/session.ts";
import { countTasks, findTask, isSplitName, SPLIT_NAMES, type SplitName } from "../../session/tasks.ts";
import type { AppOptions } from "./app.ts";
import { respond, withBody } from "./bodies.ts";
import { describeRoute } from "./describe-route.ts";
import { OPENENV_NAME } from "./description-routes.ts";

/** How many tasks `tasks` shows of a split, whose whole would be far too long for a response. */
const PREVIEW = 100;

const parameters = z.object({ env: z.string().describe(`This server's name: ${OPENENV_NAME}.`) });

/** OpenEnv's Task API: the problems of this server as numbered tasks. */
export function addTaskRoutes(app: OpenAPIHono, { context }: AppOptions): void {
  const { registry } = context.problems;

  describeRoute(app, "get", "/list_environments", {
    summary: "The name by which the Task API knows this server.",
    reply: z.array(z.string()),
  });
  app.get("/list_environments", () => respond([OPENENV_NAME]));

  describeRoute(app, "get", "/{env}/splits", {
    summary: "The splits of the tasks.",
    parameters,
    reply: SplitList,
  });
  app.get("/:env/splits", ({ req }) =>
    isOurName(req.param("env"))
      ? respond(SPLIT_NAMES.map((name) => ({ name, type: name })))
      : refuseName(req.param("env")),
  );

  /** A route that says something of a split. */
  function addSplitRoute<Body extends z.ZodType<{ split: string }>>(
    action: string,
    description: { summary: string; body: Body; reply: z.ZodType },
    answer: (split: SplitName, body: z.infer<Body>) => MaybePromise<Outcome<unknown> | Response>,
  ): void {
    describeRoute(app, "post", `/{env}/${action}`, { ...description, parameters });
    app.post(`/:env/${action}`, (request: Context) =>
      withBody(request, description.body, (body) => {
        const name = request.req.param("env") ?? "";
        if (!isOurName(name)) return refuseName(name);
        return isSplitName(body.split) ? answer(body.split, body) : refuseSplit(body.split);
      }),
    );
  }

  addSplitRoute(
    "num_tasks",
    { summary: "How many tasks a split has.", body: SplitBody, reply: TaskCountReply },
    (split) => ({ num_tasks: countTasks(split, registry) }),
  );
  addSplitRoute(
    "tasks",
    { summary: `The first ${PREVIEW} tasks of a split.`, body: SplitBody, reply: TaskListReply },
    async (split) => {
      const outcome = await generateTasks(context, split, 0, Math.min(PREVIEW, context.maxBatch));
      return outcome instanceof ProtocolError ? outcome : { ...outcome, env_name: OPENENV_NAME };
    },
  );
  addSplitRoute(
    "task",
    { summary: "One task.", body: TaskBody, reply: TaskReply },
    async (split, { index }) => {
      if (findTask(split, index, registry) === undefined) {
        return respond({ detail: "Invalid task index" }, 400);
      }
      const outcome = await generateTasks(context, split, index, index + 1);
      return outcome instanceof ProtocolError ? outcome : { task: outcome.tasks[0] };
    },
  );
  addSplitRoute(
    "task_range",
    {
      summary: "The tasks of a slice, as Python slices: at most as many as a batch may hold.",
      body: TaskRangeBody,
      reply: TaskRangeReply,
    },
    (split, { start, stop }) => {
      const count = countTasks(split, registry);
      return generateTasks(context, split, clip(start ?? 0, count), clip(stop ?? count, count));
    },
  );
}

/** The tasks from one index to before another, both within the split. */
async function generateTasks(
  context: SessionContext,
  split: SplitName,
  start: number,
  stop: number,
): Promise<Outcome<{ tasks: unknown[] }>> {
  const { registry } = context.problems;
  const tooLarge = refuseLarge(stop - start, context.maxBatch, "tasks in a range");
  if (tooLarge) return tooLarge;
  const problems = Array.from({ length: Math.max(0, stop - start) }, (_, offset) =>
    findTask(split, start + offset, registry),
  ).filter((task) => task !== undefined);
  const outcome = await generateBatch(new Session(context), { problems });
  return outcome instanceof ProtocolError ? outcome : { tasks: outcome.problems };
}

/** A bound of a Python slice as an index from 0 to the count. */
function clip(bound: number, count: number): number {
  return Math.min(count, Math.max(0, bound < 0 ? bound + count : bound));
}

function isOurName(name: string): boolean {
  return name.toLowerCase() === OPENENV_NAME;
}

function refuseName(name: string): Response {
  return respond({ detail: `unknown environment ${quote(name)}` }, 404);
}

function refuseSplit(split: string): Response {
  const served = SPLIT_NAMES.map(quote).join(", ");
  return respond({ detail: `unknown split ${quote(split)}; served splits are [${served}]` }, 400);
}
