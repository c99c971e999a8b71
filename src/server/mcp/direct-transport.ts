import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import type { RpcResponse } from "./json-rpc.ts";

/** A request without its id, for which the transport has its own. */
export interface RpcCall {
  readonly method: string;
  readonly params?: Record<string, unknown> | undefined;
}

/**
 * Hands requests to a server of the SDK in this process and gives back its responses. Requests of
 * many clients may be under way at once: each has a number of its own here.
 */
export class DirectTransport<Caller> implements Transport {
  onmessage?: (message: JSONRPCMessage) => void;
  readonly #underWay = new Map<
    number,
    { readonly caller: Caller; readonly resolve: (response: RpcResponse) => void }
  >();
  #lastNumber = 0;

  /** Asks the server, and resolves to its response, whose id is the transport's own number. */
  ask(call: RpcCall, caller: Caller): Promise<RpcResponse> {
    const number = ++this.#lastNumber;
    return new Promise((resolve) => {
      this.#underWay.set(number, { caller, resolve });
      this.onmessage?.({ jsonrpc: "2.0", id: number, ...call } as JSONRPCMessage);
    });
  }

  /** Whose request it is that is under way by that number. */
  callerOf(number: unknown): Caller {
    const entry = this.#underWay.get(number as number);
    if (entry === undefined) throw new Error(`no request ${number} is under way`);
    return entry.caller;
  }

  async start(): Promise<void> {}

  async close(): Promise<void> {}

  async send(message: JSONRPCMessage): Promise<void> {
    if (!("result" in message || "error" in message)) return;
    const number = message.id as number;
    const entry = this.#underWay.get(number);
    this.#underWay.delete(number);
    entry?.resolve(message as RpcResponse);
  }
}
