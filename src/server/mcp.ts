/** Answers a JSON-RPC request with the error that no method is known. */
export function answerMcp(request: unknown): unknown {
  const id = typeof request === "object" && request !== null && "id" in request ? request.id : null;
  return { jsonrpc: "2.0", id, error: { code: -32601, message: "Method not found" } };
}
