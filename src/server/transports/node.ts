import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { discardRest, receiveBody } from "./bodies.ts";
import { Intake } from "./intake.ts";
import { LostPeers } from "./lost-peers.ts";
import { ALLOWED_MESSAGES, type Listen, type ListenOptions } from "./transport.ts";
import { createUpgradeListener } from "./upgrades.ts";

const TIMES = {
  /** A request's head must be there by then, from the connection's beginning. */
  headersTimeout: 10_000,
  /** A request must be complete by then; what comes too slowly is given up before. */
  requestTimeout: 65_000,
  /** How often these are looked at. */
  connectionsCheckingInterval: 1_000,
  /** Balancers keep connections for 60 s: theirs must end before ours does. */
  keepAliveTimeout: 75_000,
};

/** Listens by node:http and `ws`. */
export const listen: Listen = async (options) => {
  const intake = new Intake(ALLOWED_MESSAGES * options.limits.maxMessageBytes);
  const lostPeers = new LostPeers(options.onLostPeer);
  const http = createServer(TIMES, createRequestListener(options, intake));
  const requests = countRequests(http);
  http.on("upgrade", createUpgradeListener(http, { ...options, intake, lostPeers }));
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(options.port, options.host, resolve);
  });
  return {
    address: http.address() as AddressInfo,
    async close(timeoutMs) {
      await closeHttp(http, requests, timeoutMs);
      intake.close();
      lostPeers.close();
    },
  };
};

/** What translates between node:http and `fetch` is loaded by the first request, not at start-up. */
function createRequestListener(
  { fetch, limits, authorize }: ListenOptions,
  intake: Intake,
): RequestListener {
  let listener: Promise<RequestListener> | undefined;
  const answer = async (
    request: Request,
    { incoming, outgoing }: { incoming: IncomingMessage; outgoing: { shouldKeepAlive: boolean } },
  ) => {
    const response = await fetch(request);
    // Without the rest of the body it is not known where the next request begins.
    if (!(await discardRest(incoming))) outgoing.shouldKeepAlive = false;
    return response;
  };
  return async (request, response) => {
    // Without a key no body is read.
    if (authorize(request.headers.authorization)) {
      const isReceived = receiveBody(request, limits.maxMessageBytes, intake);
      if (!isReceived) return refuseBody(response);
    }
    listener ??= import("@hono/node-server").then(({ getRequestListener }) =>
      getRequestListener((each, env) => answer(each, env as Parameters<typeof answer>[1])),
    );
    (await listener)(request, response);
  };
}

function refuseBody(response: Parameters<RequestListener>[1]): void {
  const detail = "The server is receiving as much as it may: try again in a second.";
  response.shouldKeepAlive = false;
  response.writeHead(503, { "content-type": "application/json", "retry-after": "1" });
  response.end(JSON.stringify({ detail }));
}

/** The open connections of HTTP, each with the number of its requests that are being answered. */
function countRequests(http: Server): Map<Socket, number> {
  const requests = new Map<Socket, number>();
  http.on("connection", (socket: Socket) => {
    requests.set(socket, 0);
    socket.once("close", () => requests.delete(socket));
  });
  http.on("request", ({ socket }, response) => {
    const add = (one: number) => {
      const count = requests.get(socket);
      if (count !== undefined) requests.set(socket, count + one);
    };
    add(1);
    response.once("close", () => add(-1));
  });
  http.on("upgrade", ({ socket }) => requests.delete(socket));
  return requests;
}

/** How often to look for connections whose last request is answered. */
const IDLE_CHECK_MS = 20;

/** A connection that asks for nothing, or has not finished asking, holds nobody up. */
async function closeHttp(
  http: Server,
  requests: ReadonlyMap<Socket, number>,
  timeoutMs: number,
): Promise<void> {
  const closeIdle = () => {
    for (const [socket, count] of requests) if (count === 0) socket.destroySoon();
  };
  const idleCheck = setInterval(closeIdle, IDLE_CHECK_MS);
  const timer = setTimeout(
    () => {
      for (const socket of requests.keys()) socket.destroy();
      http.closeAllConnections();
    },
    Math.max(0, timeoutMs),
  );
  await new Promise<void>((resolve) => http.close(() => resolve()));
  clearInterval(idleCheck);
  clearTimeout(timer);
}
