import { z } from "zod";
import { packageInfo, readReadme } from "../../package-info.ts";
import { FlatObservation, StateData, StepData } from "../../protocol/messages.ts";
import { refuse } from "./bodies.ts";
import { type Route, route } from "./route.ts";

/** OpenEnv's name for this environment; its tools know the server by it. */
export const OPENENV_NAME = "rlve_gym";

const Description = z.object({
  name: z.string(),
  description: z.string(),
  version: z.string(),
  author: z.string(),
  documentation_url: z.string(),
  readme_content: z.string().nullable(),
});

const JsonSchema = z.record(z.string(), z.unknown());

const Schemas = z.object({
  action: JsonSchema,
  observation: JsonSchema,
  reset_observation: JsonSchema,
  state: JsonSchema,
});

/** What this server is, as OpenEnv's tools ask it. */
export const aboutRoutes: readonly Route[] = [
  route({
    name: "getMetadata",
    method: "get",
    path: "/metadata",
    tag: "server",
    summary: "What this is.",
    reply: Description,
    answer: () => ({
      name: OPENENV_NAME,
      description: packageInfo.description,
      version: packageInfo.version,
      author: "The RLVE-Gym server authors",
      documentation_url: "/docs",
      readme_content: readReadme(),
    }),
  }),
  route({
    name: "getSchemas",
    method: "get",
    path: "/schema",
    tag: "server",
    summary: "JSON Schemas of actions, observations and states, as OpenEnv names them.",
    reply: Schemas,
    answer() {
      const observation = z.toJSONSchema(FlatObservation);
      return {
        action: z.toJSONSchema(StepData),
        observation,
        reset_observation: observation,
        state: z.toJSONSchema(StateData),
      };
    },
  }),
  route({
    name: "openSession",
    method: "get",
    path: "/ws",
    tag: "sessions",
    summary: "A session over a WebSocket: text frames are JSON, binary frames MessagePack.",
    description:
      "Each frame is a request `{type, data?, id?}` or an array of them; docs/protocol.md of the package describes them all.",
    statuses: {
      101: "The connection is a WebSocket from here on.",
      426: "The request did not ask for a WebSocket.",
    },
    answer: () =>
      refuse(426, "Upgrade Required: /ws is a WebSocket.", {
        upgrade: "websocket",
        connection: "upgrade",
      }),
  }),
];
