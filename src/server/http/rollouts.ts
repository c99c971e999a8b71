import { type Rollout, SeedSessionBody, SeedSessionReply } from "../../protocol/nemo-gym.ts";
import { seedRollout } from "../../requests/rollouts.ts";
import type { ServerContext } from "../context.ts";
import { type Route, route } from "./route.ts";

/** A rollout as NeMo Gym's simple agent sends it. */
export const exampleRollout = {
  problem_id: "Sorting@2/0/3",
  responses_create_params: { input: [{ role: "user", content: "Sort 3 2 1." }] },
  response: {
    id: "resp_1",
    output: [
      {
        type: "message",
        role: "assistant",
        content: [{ type: "output_text", text: "<answer>1 2 3</answer>" }],
      },
    ],
  },
};

/**
 * What NeMo Gym's agents ask of a resources server beside `/verify`, which takes its rollouts, too:
 * an agent is told a host and a port, so neither path can be another.
 */
export function createRolloutRoutes({ context }: Pick<ServerContext, "context">): Route[] {
  return [
    route({
      name: "seedSession",
      method: "post",
      path: "/seed_session",
      tag: "batches",
      summary: "Begin a rollout of NeMo Gym. Nothing is kept: a row names its problem itself.",
      body: SeedSessionBody,
      examples: {
        "a row": {
          problem_id: exampleRollout.problem_id,
          responses_create_params: exampleRollout.responses_create_params,
        },
      },
      reply: SeedSessionReply,
      answer: ({ body }) => seedRollout(context, body),
    }),
  ];
}

/** Whether a body of `/verify` is a rollout of NeMo Gym, and not a batch. */
export function isRollout(body: unknown): boolean {
  return typeof body === "object" && body !== null && ROLLOUT_KEYS.some((key) => key in body);
}

/** None of them is a batch's. */
const ROLLOUT_KEYS = [
  "response",
  "responses_create_params",
] as const satisfies readonly (keyof typeof Rollout.shape)[];
