import { z } from "zod";
import { JsonRpc } from "../../protocol/messages.ts";
import { parseMessage, RpcError, toErrorResponse } from "../mcp/json-rpc.ts";
import type { Mcp } from "../mcp/mcp.ts";
import { respond } from "./bodies.ts";
import { type Route, route } from "./route.ts";

const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };
const call = { ...list, method: "tools/call", params: { name: "get_problem" } };

/**
 * MCP over HTTP, for two kinds of client on one path. MCP's own (Streamable HTTP) must accept event
 * streams and then names its session in a header; OpenEnv's and its validator do neither, name the
 * session in the parameters, and get 200 and one response whatever they send.
 */
export function createMcpRoutes(mcp: Mcp): Route[] {
  return [
    route({
      name: "callMcp",
      method: "post",
      path: "/mcp",
      tag: "mcp",
      summary: "MCP: the tools get_problem and submit_answer, in OpenEnv's way or Streamable HTTP.",
      body: JsonRpc,
      isRaw: true,
      examples: { "the tools": list, "a problem": call },
      reply: JsonRpc,
      statuses: { 202: "A notification, which gets no response." },
      async answer({ c: { req } }) {
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
      },
    }),
    // A GET would open a stream of messages from the server, which has none to send: it is a 405.
    route({
      name: "endMcpSession",
      method: "delete",
      path: "/mcp",
      tag: "mcp",
      summary: "Ends a session of Streamable HTTP.",
      headers: z.object({ "mcp-session-id": z.string().describe("Names the session.") }),
      refusal: JsonRpc,
      statuses: {
        200: "It has ended.",
        400: "No session is named.",
        404: "There is no such session.",
      },
      answer: ({ c: { req } }) => mcp.handleStreamable(req.raw, undefined),
    }),
  ];
}
