import { z } from "zod";
import { ProtocolError } from "../../protocol/errors.ts";
import { InspectBody, Inspected } from "../../protocol/inspection.ts";
import {
  GenerateData,
  GeneratedData,
  ObservationData,
  ResetData,
  StateData,
  StepData,
  VerifiedData,
  VerifyData,
} from "../../protocol/messages.ts";
import { Rollout, VerifiedRollout } from "../../protocol/nemo-gym.ts";
import { handlers } from "../../requests/handlers.ts";
import { inspect } from "../../requests/inspect.ts";
import { refuseExcess } from "../../requests/limits.ts";
import { verifyRollout } from "../../requests/rollouts.ts";
import { Session } from "../../session/session.ts";
import type { ServerContext } from "../context.ts";
import { readBody } from "./bodies.ts";
import { exampleRollout, isRollout } from "./rollouts.ts";
import { type Route, route } from "./route.ts";

/**
 * A one-shot step names its problem as a reset does; other keys are ignored, as by OpenEnv, whose
 * clients may send the last two.
 */
const StepBody = ResetData.extend({
  action: StepData,
  timeout_s: z.number().positive().nullish(),
  request_id: z.string().max(255).nullish(),
});

const UNKNOWN_CURRICULUM = { 404: "There is no curriculum of that name." };

const action = { output: "The numbers in order: <answer>1 2 3</answer>" };

/** A stored problem: the instance, as RLVE-Gym's users keep it. */
const stored = {
  environment: "Sorting",
  config: {
    parameter: { N: 3, array: [3, 2, 1], gold_answer: [1, 2, 3], reference_answer: "1 2 3" },
  },
};

/**
 * OpenEnv's simulation endpoints and the batches. Each request has a session of its own, which ends
 * with it: a step names its problem.
 */
export function createProblemRoutes({ context }: Pick<ServerContext, "context">): Route[] {
  const refuseAmounts = (body: unknown) => refuseExcess(body, context.limits);
  return [
    route({
      name: "reset",
      method: "post",
      path: "/reset",
      tag: "problems",
      summary: "Draw or look up a problem.",
      body: ResetData,
      examples: {
        "the default environment": {},
        "a problem of an environment": { environment: "Sorting", difficulty: 2, seed: 42 },
        "a problem by its id": { problem_id: "Sorting@2/3/42" },
        "a stored problem": stored,
      },
      reply: ObservationData,
      statuses: UNKNOWN_CURRICULUM,
      answer: ({ body }) => handlers.reset(context, body, new Session(context)),
    }),
    route({
      name: "step",
      method: "post",
      path: "/step",
      tag: "problems",
      summary: "Verify one output against the problem that is named beside it.",
      body: StepBody,
      examples: {
        "a problem by its id": { action, problem_id: "Sorting@2/0/3" },
        "with the reason": { action, environment: "Sorting", seed: 3, explain: true },
        "a stored problem": { action, ...stored },
      },
      reply: ObservationData,
      statuses: UNKNOWN_CURRICULUM,
      async answer({ body: { action, timeout_s: _, request_id: __, ...named } }) {
        const session = new Session(context);
        if (NAMING.some((key) => named[key] != null)) {
          const outcome = await handlers.reset(context, named, session);
          if (outcome instanceof ProtocolError || !outcome.observation.success) return outcome;
        }
        return handlers.step(context, action, session);
      },
    }),
    route({
      name: "state",
      method: "get",
      path: "/state",
      tag: "problems",
      summary: "The state of a new session.",
      reply: StateData,
      answer: () => handlers.state(context, {}, new Session(context)),
    }),
    route({
      name: "verify",
      method: "post",
      path: "/verify",
      tag: "batches",
      summary: "Verify a batch of outputs, or a rollout of NeMo Gym.",
      body: z.union([VerifyData, Rollout]),
      // Of the two kinds only the one that is meant is to say what is wrong.
      isRaw: true,
      examples: {
        "outputs of two problems": {
          problems: [
            { problem_id: "Sorting@2/0/3", outputs: ["<answer>1 2 3</answer>", "no answer"] },
            { ...stored, outputs: ["<answer>1 2 3</answer>"] },
          ],
        },
        "with other markers and reasons": {
          problems: [{ problem_id: "Sorting@2/0/3", outputs: ["[[1 2 3]]"] }],
          answer_markers: ["[[", "]]"],
          explain: true,
        },
        "a rollout of NeMo Gym": exampleRollout,
      },
      reply: z.union([VerifiedData, VerifiedRollout]),
      statuses: UNKNOWN_CURRICULUM,
      async answer({ c }) {
        const choose = (body: unknown) => (isRollout(body) ? Rollout : VerifyData);
        const body = await readBody<typeof Rollout | typeof VerifyData>(c, choose, refuseAmounts);
        if (body instanceof Response) return body;
        return "response" in body ? verifyRollout(context, body) : handlers.verify(context, body);
      },
    }),
    route({
      name: "generate",
      method: "post",
      path: "/generate",
      tag: "batches",
      summary: "Generate a batch of problems.",
      body: GenerateData,
      refuseAmounts,
      examples: {
        "by ids and by references": {
          problems: [
            { problem_id: "Sorting@2/3/42" },
            { environment: "Multiplication", difficulty: 1, seed: 7 },
          ],
        },
        "with pictures": { problems: [{ problem_id: "Sorting@2/0/3" }], include: ["picture"] },
      },
      reply: GeneratedData,
      statuses: UNKNOWN_CURRICULUM,
      answer: ({ body }) => handlers.generate(context, body),
    }),
    route({
      name: "inspect",
      method: "post",
      path: "/inspect",
      tag: "problems",
      summary: "See how an output is read: what is taken as the answer, and what is not.",
      body: InspectBody,
      refuseAmounts,
      examples: {
        "the last pair counts": {
          output: "Maybe <answer>3 2 1</answer>? No: <answer>1 2 3</answer>",
          environment: "Sorting",
        },
        "the answer in the problem's picture": {
          output: "<answer>3 2 1</answer>",
          problem_id: "Sorting@2/0/3",
        },
        "a thought that is not searched": {
          output: "<think><answer>2</answer></think> <answer>3</answer>",
          reading: { think: "strip" },
        },
      },
      reply: Inspected,
      answer: ({ body }) => inspect(context, body),
    }),
  ];
}

/** The keys of which one must be there for a reset to be asked for. */
const NAMING = ["problem_id", "config", "seed", "group_id"] as const;
