import { type RawData, WebSocket } from "ws";

/** The page whose examples are kept true. */
export const protocolDoc = new URL("../docs/protocol.md", import.meta.url);

const EXAMPLE = /```json request\n(.*?)\n```\n\n```json reply\n(.*?)```/gs;

/** The page with the replies that a server gives, in one session, to the requests on it. */
export async function renewExamples(page: string, url: string): Promise<string> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  const replies: string[] = [];
  for (const [, request] of page.matchAll(EXAMPLE)) {
    socket.send(request);
    const reply = await new Promise<RawData>((resolve) => socket.once("message", resolve));
    replies.push(formatJson(JSON.parse(reply.toString())));
  }
  socket.close();
  return page.replace(EXAMPLE, (_example, request) => {
    return `\`\`\`json request\n${request}\n\`\`\`\n\n\`\`\`json reply\n${replies.shift()}\n\`\`\``;
  });
}

const WIDTH = 100;

/** JSON that keeps on one line what fits on it. */
function formatJson(value: unknown, indent = ""): string {
  const line = JSON.stringify(value);
  if (indent.length + line.length <= WIDTH || typeof value !== "object" || value === null) {
    return line;
  }
  const inner = `${indent}  `;
  const isArray = Array.isArray(value);
  const members = Object.entries(value).map(
    ([key, member]) =>
      `${inner}${isArray ? "" : `${JSON.stringify(key)}: `}${formatJson(member, inner)}`,
  );
  const [open, close] = isArray ? "[]" : "{}";
  return `${open}\n${members.join(",\n")}\n${indent}${close}`;
}
