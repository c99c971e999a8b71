// @ts-check
import { WebSocketServer } from "ws";

/*
 * The baseline of everything that goes through a socket: `ws` and nothing else. It decodes no
 * message and answers each by the same frame, of the size and kind that the connection's address
 * asks for: `/?size=1500&kind=text`.
 */

const server = new WebSocketServer({
  port: 0,
  host: "127.0.0.1",
  clientTracking: false,
  perMessageDeflate: false,
});

server.on("connection", (ws, request) => {
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  const reply = Buffer.alloc(Number(searchParams.get("size")), "x");
  const options = { binary: searchParams.get("kind") === "binary" };
  ws.on("message", () => ws.send(reply, options));
});

server.on("listening", () => {
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  console.log(`echo listening on http://127.0.0.1:${port}`);
});
