import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { ProtocolError } from "../../protocol/errors.ts";
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
import { generateBatch } from "../../requests/generate.ts";
import { verifyBatch } from "../../requests/verify.ts";
import { Session, type SessionContext } from "../../session/session.ts";
import type { AppOptions } from "./app.ts";
import { withBody } from "./bodies.ts";
import { describeRoute } from "./describe-route.ts";

/**
 * A one-shot step names its problem as a reset does; other keys are ignored, as by OpenEnv, whose
 * clients may send the last two.
 */
const StepBody = ResetData.extend({
  action: StepData,
  timeout_s: z.number().positive().nullish(),
  request_id: z.string().max(255).nullish(),
});

/**
 * OpenEnv's simulation endpoints and the batches. Each request has a session of its own, which ends
 * with it: a step names its problem.
 */
export function addEnvironmentRoutes(app: OpenAPIHono, { context }: AppOptions): void {
  describeRoute(app, "post", "/reset", {
    summary: "Draw or look up a problem.",
    body: ResetData,
    reply: ObservationData,
  });
  app.post("/reset", (request) =>
    withBody(request, ResetData, (data) => new Session(context).reset(data)),
  );

  describeRoute(app, "post", "/step", {
    summary: "Verify one output against the problem that is named beside it.",
    body: StepBody,
    reply: ObservationData,
  });
  app.post("/step", (request) =>
    withBody(request, StepBody, ({ action, timeout_s: _, request_id: __, ...named }) =>
      stepOnce(context, action.output, named),
    ),
  );

  describeRoute(app, "get", "/state", {
    summary: "The state of a new session.",
    reply: StateData,
  });
  app.get("/state", (request) => request.json(new Session(context).state()));

  describeRoute(app, "post", "/verify", {
    summary: "Verify a batch of outputs.",
    body: VerifyData,
    reply: VerifiedData,
  });
  app.post("/verify", (request) =>
    withBody(request, VerifyData, (data) => verifyBatch(new Session(context), data)),
  );

  describeRoute(app, "post", "/generate", {
    summary: "Generate a batch of problems.",
    body: GenerateData,
    reply: GeneratedData,
  });
  app.post("/generate", (request) =>
    withBody(request, GenerateData, (data) => generateBatch(new Session(context), data)),
  );
}

async function stepOnce(context: SessionContext, output: string, named: ResetData) {
  const session = new Session(context);
  const isNamed = ["problem_id", "config", "seed", "group_id"].some((key) => named[key] != null);
  if (isNamed) {
    const observation = await session.reset(named);
    if (observation instanceof ProtocolError || !observation.observation.success) {
      return observation;
    }
  }
  return session.step(output);
}
