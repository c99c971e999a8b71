import { type RawData, WebSocket } from "ws";
import { json } from "../protocol/codecs/json.ts";
import { stringifyJson } from "../protocol/codecs/lossless.ts";
import { encodeMessagePack, msgpack } from "../protocol/codecs/msgpack.ts";
import { UNBOUNDED } from "../protocol/limits.ts";
import type {
  AnsweredType,
  GenerateData,
  GeneratedData,
  ObservationData,
  Reply,
  ReplyData,
  RequestData,
  ResetData,
  StateData,
  VerifiedData,
  VerifyData,
} from "../protocol/messages.ts";
import { ConnectionError, RlveGymError, TimeoutError } from "./errors.ts";

export type {
  AnsweredType,
  ErrorCode,
  ErrorData,
  GenerateData,
  GeneratedData,
  GeneratedProblem,
  Metadata,
  ObservationData,
  ReplyData,
  RequestData,
  ResetData,
  StateData,
  StoredProblem,
  ValidationIssue,
  VerifiedColumns,
  VerifiedData,
  VerifierFigures,
  VerifyData,
} from "../protocol/messages.ts";
export { ConnectionError, RlveGymError, TimeoutError };

export interface ClientOptions {
  /** MessagePack by default, which is faster; JSON is easier to read in a capture. */
  readonly encoding?: "msgpack" | "json";
  readonly apiKey?: string;
  /** How long a reply may take, and how long connecting may. Default 60 s. */
  readonly timeoutMs?: number;
}

/** A problem of a batch with its outputs. */
export type ProblemToVerify = VerifyData["problems"][number];

/** What one problem of a batch came to. */
export type VerifiedProblem = VerifiedData["results"][number];

interface Pending {
  resolve(data: never): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * A session on a server. Requests may be sent without waiting for the replies to earlier ones: the
 * server answers them in order.
 * @example
 * const client = await RlveGymClient.connect("http://localhost:8000");
 * const { observation } = await client.reset({ environment: "Sorting", difficulty: 1, seed: 7 });
 * const { reward } = await client.step(await askYourModel(observation.problem_input));
 * await client.close();
 */
export class RlveGymClient {
  readonly #socket: WebSocket;
  readonly #encoding: "msgpack" | "json";
  readonly #timeoutMs: number;
  /** Requests without a reply yet, oldest first; replies come in the order of requests. */
  readonly #pending: Pending[] = [];
  /** Why no further request can be answered. */
  #end: Error | null = null;

  private constructor(socket: WebSocket, { encoding, timeoutMs }: ClientOptions) {
    this.#socket = socket;
    this.#encoding = encoding ?? "msgpack";
    this.#timeoutMs = timeoutMs ?? DEFAULT_TIMEOUT_MS;
    socket.on("message", (data: RawData, isBinary) => this.#receive(data as Buffer, isBinary));
    socket.on("close", (code, reason) => {
      const why = reason.length > 0 ? `: ${reason.toString()}` : "";
      this.#fail(new ConnectionError(`the connection was closed (code ${code}${why})`));
    });
    socket.on("error", (error) => this.#fail(new ConnectionError(error.message)));
  }

  /**
   * Opens a session.
   * @param url the server's address, such as http://localhost:8000 (http, https, ws or wss)
   * @throws ConnectionError if nothing answers there, or not as a WebSocket server
   */
  static async connect(url: string, options: ClientOptions = {}): Promise<RlveGymClient> {
    const address = new URL("ws", url.endsWith("/") ? url : `${url}/`);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = new WebSocket(address, {
      handshakeTimeout: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      perMessageDeflate: false,
      maxPayload: 0,
      headers: options.apiKey === undefined ? {} : { authorization: `Bearer ${options.apiKey}` },
    });
    const client = new RlveGymClient(socket, options);
    await new Promise<void>((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", (error) => {
        reject(
          new ConnectionError(`cannot connect to ${address}: ${error.message || "no answer"}`),
        );
      });
    });
    return client;
  }

  /** Starts an episode: draws a problem, or looks one up. */
  reset(data: ResetData = {}): Promise<ObservationData> {
    return this.request("reset", data);
  }

  /** Verifies a model's output against the current problem. */
  step(output: string): Promise<ObservationData> {
    return this.request("step", { output });
  }

  state(): Promise<StateData> {
    return this.request("state", undefined);
  }

  /** Verifies a batch of outputs of any problems. */
  verify(data: VerifyData): Promise<VerifiedData> {
    return this.request("verify", data);
  }

  generate(data: GenerateData): Promise<GeneratedData> {
    return this.request("generate", data);
  }

  /**
   * Verifies a stream of problems, in batches, with a bounded number of batches under way. Yields
   * one result a problem, in order.
   */
  async *verifyMany(
    problems: Iterable<ProblemToVerify> | AsyncIterable<ProblemToVerify>,
    { batchSize = 16, window = 8 }: { batchSize?: number; window?: number } = {},
  ): AsyncGenerator<VerifiedProblem, void, undefined> {
    const underWay: Promise<VerifiedData>[] = [];
    const send = (batch: ProblemToVerify[]) => {
      const reply = this.verify({ problems: batch });
      // The rejection is seen where the reply is awaited.
      reply.catch(() => {});
      underWay.push(reply);
    };
    let batch: ProblemToVerify[] = [];
    for await (const problem of problems) {
      batch.push(problem);
      if (batch.length < batchSize) continue;
      send(batch);
      batch = [];
      if (underWay.length >= window) yield* await nextResults(underWay);
    }
    if (batch.length > 0) send(batch);
    while (underWay.length > 0) yield* await nextResults(underWay);
  }

  /**
   * Sends any request.
   * @throws RlveGymError, ConnectionError, TimeoutError
   */
  request<Type extends AnsweredType>(
    type: Type,
    data: RequestData<Type>,
  ): Promise<ReplyData<Type>> {
    if (this.#end !== null) return Promise.reject(this.#end);
    const message = data === undefined ? { type } : { type, data };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new TimeoutError(`no reply to ${type} within ${this.#timeoutMs} ms`)),
        this.#timeoutMs,
      );
      this.#pending.push({ resolve, reject, timer });
      this.#socket.send(
        this.#encoding === "json" ? stringifyJson(message) : encodeMessagePack(message),
      );
    });
  }

  /** Ends the session; requests without a reply are rejected. Always succeeds. */
  async close(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    await new Promise<void>((resolve) => {
      this.#socket.once("close", () => resolve());
      this.#socket.close(1000);
    });
  }

  #receive(data: Buffer, isBinary: boolean): void {
    const reply = (isBinary ? msgpack : json).decode(data, UNBOUNDED) as Reply;
    const pending = this.#pending.shift();
    if (pending === undefined) {
      // Only a refusal of the connection comes unasked.
      if (reply.type === "error") this.#fail(new RlveGymError(reply.data));
      return;
    }
    clearTimeout(pending.timer);
    if (reply.type === "error") pending.reject(new RlveGymError(reply.data));
    else pending.resolve(reply.data as never);
  }

  #fail(error: Error): void {
    this.#end ??= error;
    for (const { reject, timer } of this.#pending.splice(0)) {
      clearTimeout(timer);
      reject(this.#end);
    }
  }
}

async function nextResults(underWay: Promise<VerifiedData>[]): Promise<VerifiedProblem[]> {
  const next = underWay.shift();
  return next === undefined ? [] : (await next).results;
}
