import { z } from "zod";
import type { RegisteredEnvironment } from "../../environments/registry.ts";
import { isFailure } from "../../problems/failure.ts";
import { findEnvironment } from "../../problems/reference.ts";
import { listEnvironments } from "../../quality/choose-environments.ts";
import { describeQuality, LevelQuality } from "../../quality/describe.ts";
import type { ServerContext } from "../context.ts";
import { refuse } from "./bodies.ts";
import { type Route, route } from "./route.ts";

const EnvironmentSummary = z.object({
  id: z.string(),
  title: z.string(),
  family: z.string(),
  summary: z.string(),
  version: z.int(),
  answer_form: z.string().describe("What an answer looks like."),
  reward: z.string().describe("What answers earn, in words."),
});

const EnvironmentDetails = EnvironmentSummary.extend({
  parameters: z.record(z.string(), z.unknown()).describe("JSON Schema of the parameters."),
  instance: z.record(z.string(), z.unknown()).describe("JSON Schema of an instance."),
  levels: z
    .array(z.array(z.record(z.string(), z.unknown())))
    .describe("The parameter sets of the first levels, of which a problem draws one."),
  quality: z
    .array(LevelQuality)
    .optional()
    .describe("What was measured at some levels; absent where nothing was."),
});

const Names = z.object({
  names: z
    .string()
    .transform((text) => text.split(",").map((name) => name.trim()))
    .optional()
    .describe("Identifiers, families and presets, separated by commas: family:graphs+no-guessing.")
    .meta({ examples: ["family:graphs+no-guessing"] }),
  levels: z
    .string()
    .regex(/^\d{1,4}(,\d{1,4}){0,63}$/, "Should be at most 64 levels, separated by commas")
    .default("0")
    .transform((text) => text.split(",").map(Number))
    .describe("Where presets must hold, separated by commas."),
});

/** How many levels an environment's details show. */
const SHOWN_LEVELS = 11;

/** The environments that this server has. */
export function createEnvironmentRoutes({ context }: Pick<ServerContext, "context">): Route[] {
  const { registry } = context.problems;
  return [
    route({
      name: "listEnvironments",
      method: "get",
      path: "/environments",
      tag: "environments",
      summary: "All environments, or those of families and presets.",
      query: Names,
      reply: z.array(EnvironmentSummary),
      async answer({ query: { names, levels } }) {
        const listed = await listEnvironments(names ?? "all", registry, levels);
        if (!isFailure(listed)) return listed.map(summarise);
        return refuse(422, [{ loc: ["query", "names"], msg: listed.message, type: "value_error" }]);
      },
    }),
    route({
      name: "getEnvironment",
      method: "get",
      path: "/environments/{id}",
      tag: "environments",
      summary: "One environment, with its schemas and first levels.",
      parameters: z.object({ id: z.string().meta({ examples: ["Sorting"] }) }),
      reply: EnvironmentDetails,
      statuses: { 404: "There is no environment of that identifier." },
      async answer({ parameters: { id } }) {
        const environment = findEnvironment(id, registry);
        return isFailure(environment) ? refuse(404, environment.message) : describe(environment);
      },
    }),
  ];
}

function summarise(environment: RegisteredEnvironment): z.infer<typeof EnvironmentSummary> {
  const { id, title, family, summary, version, answer, reward } = environment;
  return { id, title, family, summary, version, answer_form: answer.description, reward };
}

async function describe(
  environment: RegisteredEnvironment,
): Promise<z.infer<typeof EnvironmentDetails>> {
  return {
    ...summarise(environment),
    parameters: toSchema(environment.parameters),
    instance: toSchema(environment.instance),
    levels: Array.from({ length: SHOWN_LEVELS }, (_, level) => [...environment.levels(level)]),
    ...(await describeQuality(environment)),
  };
}

/** JSON Schema of what a client may send; integers of any size are integers. */
function toSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === "bigint") jsonSchema.type = "integer";
    },
  });
}
