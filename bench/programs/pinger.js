import { WebSocket } from "ws";

/*
 * A healthy session in a process of its own: pings a server again and again, and tells when it is
 * asked (a message over IPC) the longest wait since it was asked before, and by how much it was late
 * itself.
 */

const socket = new WebSocket(process.argv[2], { perMessageDeflate: false });
let worstMs = 0;
let lateMs = 0;
let count = 0;

socket.on("open", () => {
  process.send?.("open");
  ping();
});
socket.on("error", (error) => {
  console.error(`the healthy session ended: ${error.message}`);
  process.exit(1);
});

function ping() {
  const start = performance.now();
  socket.once("pong", () => {
    worstMs = Math.max(worstMs, performance.now() - start);
    count++;
    const due = performance.now() + 2;
    setTimeout(() => {
      lateMs = Math.max(lateMs, performance.now() - due);
      ping();
    }, 2);
  });
  socket.ping();
}

process.on("message", () => {
  process.send?.({ worstMs, lateMs, count });
  worstMs = 0;
  lateMs = 0;
  count = 0;
});
