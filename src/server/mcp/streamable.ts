import {
  isInitializeRequest,
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResponse,
  type JSONRPCRequest,
  ProtocolError,
  Server,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import { Session } from "../../session/session.ts";
import type { HeldSession } from "../held-session.ts";
import { CLOSE_CODES } from "../sockets/connection.ts";
import { callTool, type InTurn, toCallResult } from "./call-tool.ts";
import type { McpContext } from "./context.ts";
import { CAPABILITIES, INSTRUCTIONS, SERVER_INFO } from "./identity.ts";
import {
  findId,
  RPC_CODES,
  RpcError,
  type RpcResponse,
  toErrorResponse,
  toRefusal,
  toUnknownMethod,
} from "./json-rpc.ts";

const SESSION_HEADER = "mcp-session-id";

/**
 * MCP's Streamable HTTP, as official clients speak it: `initialize` makes a session, which takes a
 * slot until it is deleted, idle for too long, or the server ends. The session is like one that
 * `openenv/session/create` made: a `/ws` connection may attach to it by its id.
 */
export class StreamableSessions {
  readonly #server: McpContext;
  readonly #transports = new Map<string, WebStandardStreamableHTTPServerTransport>();

  constructor(server: McpContext) {
    this.#server = server;
  }

  /** @param body of a POST, parsed; a transport would read it without regard for its own limit */
  async handle(request: Request, body: unknown): Promise<Response> {
    const id = request.headers.get(SESSION_HEADER);
    if (request.method === "POST" && !isMessage(body)) {
      // A transport would answer it without its id, or leave it without an answer.
      const error = new RpcError(RPC_CODES.invalidRequest, "Invalid request: no JSON-RPC message");
      return respond(400, toErrorResponse(error, findId(body)));
    }
    if (id === null && isJSONRPCRequest(body) && isInitializeRequest(body)) {
      return this.#initialize(request, body);
    }
    if (id === null) {
      const message = `Initialize first, and send the header ${SESSION_HEADER} that the response gives.`;
      return respond(400, toErrorResponse(new RpcError(RPC_CODES.server, message)));
    }
    const transport = this.#transports.get(id);
    if (transport === undefined) {
      // By the specification, a client that reads this initializes anew.
      return respond(404, toErrorResponse(new RpcError(SESSION_NOT_FOUND, "Session not found")));
    }
    const held = this.#server.sessions.find(id);
    if (request.method === "DELETE") {
      this.#transports.delete(id);
      held?.close();
      return new Response(null, { status: 200 });
    }
    held?.touch();
    if (isJSONRPCNotification(body) && body.method === "notifications/cancelled") {
      // Ignored, as is allowed: the SDK would leave the request that is cancelled without a response.
      return new Response(null, { status: 202 });
    }
    return transport.handleRequest(request, { parsedBody: body });
  }

  async #initialize(request: Request, body: JSONRPCRequest): Promise<Response> {
    const { sessions, context } = this.#server;
    const refusal = sessions.refusal();
    if (refusal !== null) {
      // With 200: clients show a response's message, but of another status only the number.
      return respond(200, toErrorResponse(toRefusal(refusal), body.id));
    }
    // The transport is left, not closed: it would leave calls that are under way without a response.
    const held = sessions.hold(new Session(context), () => this.#transports.delete(held.id));
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => held.id,
      enableJsonResponse: true,
    });
    this.#transports.set(held.id, transport);
    await createSdkServer(held, this.#server).connect(transport);
    const response = await transport.handleRequest(request, { parsedBody: body });
    if (!response.ok) held.finish(CLOSE_CODES.normal, "");
    return response;
  }
}

function isMessage(body: unknown): boolean {
  const messages = Array.isArray(body) && body.length > 0 ? body : [body];
  return messages.every(
    (message) =>
      isJSONRPCRequest(message) || isJSONRPCNotification(message) || isJSONRPCResponse(message),
  );
}

/** A server of the SDK that offers the tools on one session. */
function createSdkServer(held: HeldSession, context: McpContext): Server {
  const server = new Server(SERVER_INFO, {
    capabilities: CAPABILITIES,
    instructions: INSTRUCTIONS,
  });
  server.setRequestHandler("tools/list", () => context.tools.list);
  server.setRequestHandler("tools/call", async ({ params }) => {
    const tool = context.tools.find(params.name);
    if (tool instanceof RpcError) throw toThrown(tool);
    const inTurn: InTurn = (work) => held.inTurn(() => work(held.session));
    return toCallResult(await callTool(tool, params.arguments, inTurn, context));
  });
  server.fallbackRequestHandler = async ({ method }) => {
    throw toThrown(toUnknownMethod(method));
  };
  return server;
}

/** The SDK's handlers say by an exception what is wrong with a request. */
function toThrown({ code, message, data }: RpcError): ProtocolError {
  return new ProtocolError(code, message, data);
}

/** The SDK's number for it. */
const SESSION_NOT_FOUND = -32001;

function respond(status: number, body: RpcResponse): Response {
  return Response.json(body, { status });
}
