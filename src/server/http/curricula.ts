import { z } from "zod";
import { after } from "../../event-loop.ts";
import {
  CurriculumDefinition,
  CurriculumName,
  CurriculumRise,
  CurriculumState,
  ReportData,
  ReportedData,
} from "../../protocol/curricula.ts";
import { ProtocolError } from "../../protocol/errors.ts";
import { handlers } from "../../requests/handlers.ts";
import { refuseExcess } from "../../requests/limits.ts";
import { isWithin } from "../../validation.ts";
import type { ServerContext } from "../context.ts";
import { type Route, route } from "./route.ts";

const named = (example: string) => z.object({ name: CurriculumName.meta({ examples: [example] }) });

/** A definition, or all that a curriculum was: what has no `definition` is one. */
const PutBody = z.union([CurriculumState, CurriculumDefinition]);

/** Three times what a curriculum of all environments has. */
const MAX_AMOUNT = { values: 16_384, characters: 65_536 };

function refuseLarge(body: unknown): ProtocolError | null {
  if (isWithin(body, MAX_AMOUNT)) return null;
  return new ProtocolError("VALIDATION_ERROR", "No curriculum is as large as that.");
}

const UNKNOWN = { 404: "There is no curriculum of that name." };
const OUT_OF_REACH = { 500: "The store is out of reach." };

/** Curricula: made, looked at, moved to another server, and told what outputs came to. */
export function createCurriculumRoutes({ context }: Pick<ServerContext, "context">): Route[] {
  const { curricula } = context;
  return [
    route({
      name: "listCurricula",
      method: "get",
      path: "/curricula",
      tag: "curricula",
      summary: "The names of all curricula.",
      reply: z.array(z.string()),
      statuses: OUT_OF_REACH,
      answer: () =>
        after(curricula.names(), (names) => (names instanceof ProtocolError ? names : [...names])),
    }),
    route({
      name: "putCurriculum",
      method: "put",
      path: "/curricula/{name}",
      tag: "curricula",
      summary: "Make a curriculum of a definition, or of the state of another.",
      description:
        "One that is there with the same definition stays as it is; with another one it is replaced only by `?replace=true`.",
      parameters: named("main"),
      query: z.object({ replace: z.stringbool().default(false) }),
      body: PutBody,
      refuseAmounts: refuseLarge,
      examples: {
        "a definition": {
          environments: { Sorting: 2, "family:graphs": 1 },
          threshold: 0.8,
          min_samples: 32,
        },
      },
      reply: CurriculumState,
      statuses: {
        409: "There is another curriculum of that name, or there are as many as there may be.",
        ...OUT_OF_REACH,
      },
      answer: ({ body, parameters: { name }, query: { replace } }) =>
        "definition" in body
          ? curricula.restore(name, body, replace)
          : curricula.create(name, body, replace),
    }),
    route({
      name: "getCurriculum",
      method: "get",
      path: "/curricula/{name}",
      tag: "curricula",
      summary: "All that a curriculum is: what a PUT takes back.",
      parameters: named("main"),
      reply: CurriculumState,
      statuses: { ...UNKNOWN, ...OUT_OF_REACH },
      answer: ({ parameters: { name } }) => curricula.state(name),
    }),
    route({
      name: "getCurriculumHistory",
      method: "get",
      path: "/curricula/{name}/history",
      tag: "curricula",
      summary: "When which top changed, the latest 10,000 times, oldest first.",
      parameters: named("main"),
      reply: z.array(CurriculumRise),
      statuses: { ...UNKNOWN, ...OUT_OF_REACH },
      answer: ({ parameters: { name } }) =>
        after(curricula.history(name), (rises) =>
          rises instanceof ProtocolError ? rises : [...rises],
        ),
    }),
    route({
      name: "deleteCurriculum",
      method: "delete",
      path: "/curricula/{name}",
      tag: "curricula",
      summary: "Forget a curriculum.",
      parameters: named("former"),
      reply: z.object({ name: z.string() }),
      statuses: { ...UNKNOWN, ...OUT_OF_REACH },
      async answer({ parameters: { name } }) {
        const removed = await curricula.remove(name);
        return removed instanceof ProtocolError ? removed : { name };
      },
    }),
    route({
      name: "report",
      method: "post",
      path: "/report",
      tag: "curricula",
      summary: "Tell a curriculum what outputs that were verified elsewhere came to.",
      body: ReportData,
      refuseAmounts: (body) => refuseExcess(body, context.limits),
      examples: {
        "two of four right": {
          curriculum: "main",
          report_id: "step 12",
          outcomes: [{ problem_id: "Sorting@2/0/3", correct: 2, samples: 4 }],
        },
      },
      reply: ReportedData,
      statuses: { ...UNKNOWN, ...OUT_OF_REACH },
      answer: ({ body }) => handlers.report(context, body),
    }),
  ];
}
