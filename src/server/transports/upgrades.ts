import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { ProtocolError } from "../../protocol/errors.ts";
import { UNAUTHORIZED } from "../authorization.ts";
import type { Endpoint } from "../sockets/endpoints.ts";
import type { Intake } from "./intake.ts";
import type { LostPeers } from "./lost-peers.ts";
import { toCloseCode } from "./refusal.ts";
import type { ListenOptions } from "./transport.ts";
import { toSocket } from "./ws-socket.ts";

export interface UpgradeOptions extends ListenOptions {
  readonly intake: Intake;
  readonly lostPeers: LostPeers;
}

type UpgradeListener = (request: IncomingMessage, stream: Duplex, head: Buffer) => void;

/** Answers the requests that ask for a WebSocket; those that ask for anything else get it not, but an answer. */
export function createUpgradeListener(http: Server, options: UpgradeOptions): UpgradeListener {
  const { endpoints, authorize, refuseOrigin, sessions, limits, intake, lostPeers } = options;
  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: 2 * limits.maxMessageBytes,
  });
  return (request, stream, head) => {
    if (request.headers.upgrade?.toLowerCase() !== "websocket") {
      return answerWithoutUpgrade(http, request, stream, head);
    }
    // Until the handshake is done, only this keeps a reset of the peer from being an exception.
    stream.on("error", () => stream.destroy());
    // Not URL: it throws on a target such as "//".
    const [path, query = ""] = (request.url ?? "").split("?", 2);
    const endpoint = endpoints.get(path) ?? endpoints.get(path.replace(/\/$/, ""));
    if (endpoint === undefined) return refuseUpgrade(stream, 404, "Not Found");
    const { origin, host, authorization } = request.headers;
    const foreign = refuseOrigin(origin, host);
    if (foreign !== null) return refuseUpgrade(stream, 403, foreign);
    if (sessions.isDraining) return refuseUpgrade(stream, 503, "The server is shutting down.");
    webSockets.handleUpgrade(request, stream, head, (ws) => {
      const connection = authorize(authorization)
        ? endpoint.open(new URLSearchParams(query))
        : UNAUTHORIZED;
      if (connection instanceof ProtocolError) sendRefusal(ws, stream, endpoint, connection);
      else {
        lostPeers.watch(stream, () => ws.terminate());
        connection.attach(toSocket(ws, stream, connection, intake));
      }
    });
  };
}

/** Headers by which curl, Java's HttpClient and others offer HTTP/2 beside their request. */
const OFFER = /^(upgrade|http2-settings)$/i;

/**
 * Has the request answered as if it had offered nothing, which is what HTTP says of offers that are
 * not taken: node:http gives any request with `Upgrade` to the listener for upgrades, and gets it
 * back as a connection that begins with it.
 */
function answerWithoutUpgrade(
  http: Server,
  request: IncomingMessage,
  stream: Duplex,
  head: Buffer,
): void {
  const { method, url, httpVersion, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name, value] = rawHeaders.slice(at, at + 2);
    if (OFFER.test(name)) continue;
    if (/^connection$/i.test(name)) {
      const kept = value.split(",").filter((option) => !OFFER.test(option.trim()));
      if (kept.length > 0) lines.push(`${name}: ${kept.join(",")}`);
    } else lines.push(`${name}: ${value}`);
  }
  if (head.length > 0) stream.unshift(head);
  stream.unshift(Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"));
  http.emit("connection", stream);
}

/** How long a refused peer may take to hear why. */
const REFUSAL_TIMEOUT_MS = 5_000;

/** A refused peer has so many bytes read until then, and no more. */
const MAX_REFUSED_BYTES = 4 * 1024;

/** Tells a connection why it is refused, and closes it: OpenEnv's clients read the error frame. */
function sendRefusal(
  ws: WebSocket,
  stream: Duplex,
  endpoint: Endpoint,
  error: ProtocolError,
): void {
  ws.on("error", () => {});
  ws.send(endpoint.encodeRefusal(error));
  ws.close(toCloseCode(error), error.data.code);
  let received = 0;
  stream.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (received > MAX_REFUSED_BYTES) ws.pause();
  });
  const timer = setTimeout(() => ws.terminate(), REFUSAL_TIMEOUT_MS);
  ws.on("close", () => clearTimeout(timer));
}

/** Answers a handshake by a refusal, and ends the connection, whether or not the peer does. */
function refuseUpgrade(stream: Duplex, status: number, detail: string): void {
  const body = JSON.stringify({ detail });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  stream.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  // What the peer sends on is read and forgotten: its end is seen only behind it.
  stream.resume();
  const timer = setTimeout(() => stream.destroy(), REFUSAL_TIMEOUT_MS);
  stream.once("end", () => stream.destroy());
  stream.once("close", () => clearTimeout(timer));
}
