import type { OpenAPIHono } from "@hono/zod-openapi";
import { JsonRpc } from "../../protocol/messages.ts";
import { parseMessage, RpcError, toErrorResponse } from "../mcp/json-rpc.ts";
import type { AppOptions } from "./app.ts";
import { respond } from "./bodies.ts";
import { describeRoute } from "./describe-route.ts";

/**
 * MCP over HTTP, for two kinds of client on one path. MCP's own (Streamable HTTP) must accept event
 * streams and then names its session in a header; OpenEnv's and its validator do neither, name the
 * session in the parameters, and get 200 and one response whatever they send.
 */
export function addMcpRoutes(app: OpenAPIHono, { mcp }: AppOptions): void {
  describeRoute(app, "post", "/mcp", {
    summary: "MCP: the tools get_problem and submit_answer, in OpenEnv's way or Streamable HTTP.",
    body: JsonRpc,
    reply: JsonRpc,
  });
  app.post("/mcp", async ({ req }) => {
    const message = parseMessage(await req.text());
    const isStreamable =
      req.header("mcp-session-id") !== undefined ||
      (req.header("accept") ?? "").includes("text/event-stream");
    if (message instanceof RpcError) {
      return respond(toErrorResponse(message), isStreamable ? 400 : 200);
    }
    if (isStreamable) return mcp.handleStreamable(req.raw, message);
    const response = await mcp.answer(message, null);
    return response === null ? new Response(null, { status: 202 }) : respond(response);
  });

  // A GET would open a stream of messages from the server, which has none to send: it is a 405.
  app.delete("/mcp", ({ req }) => mcp.handleStreamable(req.raw, undefined));
}
