import { ProtocolError } from "../../protocol/errors.ts";
import { UNAUTHORIZED } from "../authorization.ts";
import { refuse } from "../http/bodies.ts";
import type { Connection } from "../sockets/connection.ts";
import type { Endpoint } from "../sockets/endpoints.ts";
import { toCloseCode } from "./refusal.ts";
import type { ListenOptions } from "./transport.ts";
import type { UwsBehavior, UwsLibrary, UwsRequest, UwsResponse } from "./uws-library.ts";
import type { Probes } from "./uws-probes.ts";
import { writeWhole } from "./uws-response.ts";
import { UwsSocket } from "./uws-socket.ts";
import type { Throttle } from "./uws-throttle.ts";

/** What a socket is made of, and what it is for. */
interface Admission {
  readonly admitted: Connection | ProtocolError;
  socket: UwsSocket | null;
}

export interface EndpointBehaviorOptions extends ListenOptions {
  readonly throttle: Throttle;
  readonly probes: Probes;
}

/** How the library is to treat sockets of an endpoint. */
export function toBehavior(
  { DISABLED }: UwsLibrary,
  endpoint: Endpoint,
  options: EndpointBehaviorOptions,
): UwsBehavior<Admission> {
  const { authorize, limits, throttle, probes } = options;
  return {
    compression: DISABLED,
    maxPayloadLength: 2 * limits.maxMessageBytes,
    // Connections bound what waits, and sessions what is idle: nothing is dropped or ended here.
    maxBackpressure: 0,
    idleTimeout: 0,
    sendPingsAutomatically: false,
    upgrade(response, request, context) {
      throttle.learn(response);
      const refusal = refuseHandshake(request, options);
      if (refusal !== null) return answer(response, refusal);
      const query = new URLSearchParams(request.getQuery());
      const admitted = authorize(request.getHeader("authorization") || undefined)
        ? endpoint.open(query)
        : UNAUTHORIZED;
      const [protocol] = request.getHeader("sec-websocket-protocol").split(",", 1);
      const key = request.getHeader("sec-websocket-key");
      const admission: Admission = { admitted, socket: null };
      response.upgrade(admission, key, protocol.trim(), "", context);
    },
    open(handle) {
      const { admitted } = handle;
      if (admitted instanceof ProtocolError) {
        // OpenEnv's clients read the error frame.
        handle.send(endpoint.encodeRefusal(admitted), false);
        handle.end(toCloseCode(admitted), admitted.data.code);
        return;
      }
      const socket = new UwsSocket(handle, admitted, throttle);
      handle.socket = socket;
      throttle.opened(socket);
      probes.add(socket);
      admitted.attach(socket);
    },
    message: (handle, data, isBinary) => handle.socket?.received(data, isBinary),
    ping: (handle) => handle.socket?.pinged(),
    drain: (handle) => handle.socket?.drained(),
    close({ socket }) {
      if (socket === null) return;
      probes.delete(socket);
      socket.ended();
    },
  };
}

function refuseHandshake(
  request: UwsRequest,
  { refuseOrigin, sessions }: ListenOptions,
): Response | null {
  const origin = request.getHeader("origin") || undefined;
  const foreign = refuseOrigin(origin, request.getHeader("host") || undefined);
  if (foreign !== null) return refuse(403, foreign);
  const version = request.getHeader("sec-websocket-version");
  if (version !== "13" && version !== "8") {
    return refuse(400, "Sec-WebSocket-Version is not 13.", { "sec-websocket-version": "13, 8" });
  }
  return sessions.isDraining ? refuse(503, "The server is shutting down.") : null;
}

/** Ends the connection behind its answer. */
function answer(response: UwsResponse, refusal: Response): void {
  let isAborted = false;
  response.onAborted(() => {
    isAborted = true;
  });
  void refusal.text().then((body) => {
    if (!isAborted) writeWhole(response, refusal, body, true);
  });
}
