import type { ReportData, ReportedData } from "../protocol/curricula.ts";
import type {
  AnsweredType,
  GenerateData,
  GeneratedData,
  ObservationData,
  ReplyData,
  RestoreData,
  StateData,
  VerifiedData,
  VerifyData,
} from "../protocol/messages.ts";
import { toSocketUrl } from "./address.ts";
import type { CallOptions } from "./call.ts";
import { Curriculum } from "./curriculum.ts";
import { Fleet } from "./fleet.ts";
import { Http } from "./http.ts";
import { type ClientOptions, type StreamOptions, toPipeOptions } from "./options.ts";
import { type AnyRequestData, type ResetRequest, toWire, type VerifyRequest } from "./requests.ts";
import { OnlyServer, type Route, type ServerStatus } from "./server.ts";

export type {
  CurriculumDefinitionData,
  CurriculumProgress,
  CurriculumRise,
  CurriculumState,
  ReportData,
  ReportedData,
} from "../protocol/curricula.ts";
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
  RestoreData,
  StateData,
  StoredProblem,
  ValidationIssue,
  VerifiedColumns,
  VerifiedData,
  VerifierFigures,
  VerifyData,
} from "../protocol/messages.ts";
export type { CallOptions, Signal } from "./call.ts";
export type { Curriculum, CurriculumVerifyOptions } from "./curriculum.ts";
export {
  ConnectionError,
  type ConnectionErrorCode,
  InvalidRequestError,
  RlveGymError,
  TimeoutError,
} from "./errors.ts";
export type { ClientOptions, StreamOptions } from "./options.ts";
export type { AnyRequestData, Markers, ResetRequest, VerifyRequest } from "./requests.ts";
export type { ServerStatus } from "./server.ts";

/** A problem of a batch with its outputs. */
export type ProblemToVerify = VerifyData["problems"][number];

/** What one problem of a batch came to. */
export type VerifiedProblem = VerifiedData["results"][number];

/**
 * A session on a server. Requests may be sent without waiting for the replies to earlier ones: the
 * server answers them in order. A connection that ends is opened anew, the session restored and what
 * has no reply sent again, so that nothing is lost or counted twice.
 *
 * Every method rejects with an {@link RlveGymError} where the server answers with an error, a
 * {@link ConnectionError} where there is no reply, a {@link TimeoutError} where there is none in
 * time, an {@link InvalidRequestError} for data that cannot be sent, or with the reason of `signal`.
 * @example
 * import { RlveGymClient } from "rlve-gym-server/client";
 *
 * const client = await RlveGymClient.connect("http://localhost:8000");
 * const { observation } = await client.reset({ environment: "Sorting", difficulty: 1, seed: 7 });
 * const { reward } = await client.step("<answer>1 2 3</answer>");
 * console.log(observation.problem_input, reward);
 * await client.close();
 */
export class RlveGymClient {
  readonly #route: Route;
  readonly #http: Http;

  private constructor(route: Route, http: Http) {
    this.#route = route;
    this.#http = http;
  }

  /**
   * Opens a session.
   * @param url the server's address, such as http://localhost:8000 (http, https, ws, wss or none;
   *   with or without a path prefix and /ws); or those of several servers. Then each batch (`verify`,
   *   `generate`, `report`) goes to the one with the fewest requests under way, outside of the session
   *   and its settings; what a server that is lost has not answered goes to another, and it is taken
   *   back when it answers again. The session is on one of them, and restored on another
   * @throws ConnectionError if nothing answers there, or not as a WebSocket server; it is not tried
   *   again before a connection was open
   */
  static async connect(
    url: string | readonly string[],
    options: ClientOptions = {},
  ): Promise<RlveGymClient> {
    const pipeOptions = toPipeOptions(options);
    const addresses = typeof url === "string" ? [url] : url;
    const urls = addresses.map(toSocketUrl);
    const route =
      urls.length === 1 ? new OnlyServer(urls[0], pipeOptions) : new Fleet(urls, pipeOptions);
    await route.open();
    return new RlveGymClient(route, new Http(addresses, pipeOptions));
  }

  /** How each server fares, in the order of the addresses. */
  get servers(): readonly ServerStatus[] {
    return this.#route.servers.map(({ status }) => status);
  }

  /** Starts an episode: draws a problem, or looks one up. */
  reset(data: ResetRequest = {}, options?: CallOptions): Promise<ObservationData> {
    return this.request("reset", data, options);
  }

  /** Verifies a model's output against the current problem. */
  step(output: string, options?: CallOptions): Promise<ObservationData> {
    return this.request("step", { output }, options);
  }

  /** All that the session is. */
  state(options?: CallOptions): Promise<StateData> {
    return this.request("state", undefined, options);
  }

  /** Makes the session what another was, here or elsewhere, when it said its state. */
  restore(state: RestoreData, options?: CallOptions): Promise<StateData> {
    return this.request("restore", state, options);
  }

  /** Verifies a batch of outputs of any problems. */
  verify(data: VerifyRequest, options?: CallOptions): Promise<VerifiedData> {
    return this.request("verify", data, options);
  }

  /** Generates a batch of problems. */
  generate(data: GenerateData, options?: CallOptions): Promise<GeneratedData> {
    return this.request("generate", data, options);
  }

  /** Tells a curriculum what outputs that were verified elsewhere came to. */
  report(data: ReportData, options?: CallOptions): Promise<ReportedData> {
    return this.request("report", data, options);
  }

  /** A curriculum of the server, which `load` makes where there is none of that name yet. */
  curriculum(name: string): Curriculum {
    return new Curriculum(name, this, this.#http);
  }

  /**
   * Verifies a stream of problems, in batches, with a bounded number of batches under way. Yields
   * one result a problem, in order. Each batch is a report to the `curriculum` of its own; under the
   * same `report_id`, the same problems in the same batches count once.
   */
  async *verifyMany(
    problems: Iterable<ProblemToVerify> | AsyncIterable<ProblemToVerify>,
    { batchSize = 16, window = 8, signal, timeoutMs, report_id, ...data }: StreamOptions = {},
  ): AsyncGenerator<VerifiedProblem, void, undefined> {
    const underWay: Promise<VerifiedData>[] = [];
    let sent = 0;
    const send = (problems: ProblemToVerify[]) => {
      const id = report_id && `${report_id}.${sent++}`;
      const reply = this.verify({ ...data, report_id: id, problems }, { signal, timeoutMs });
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

  /** Sends any request. */
  async request<Type extends AnsweredType>(
    type: Type,
    data: AnyRequestData<Type>,
    options: CallOptions = {},
  ): Promise<ReplyData<Type>> {
    const sent = toWire(type, data);
    const message = sent === undefined ? { type } : { type, data: sent };
    // The reply's type has been compared with the request's.
    return (await this.#route.request(message, options)).data as ReplyData<Type>;
  }

  /** Ends the session; requests without a reply are rejected. Always succeeds. */
  close(): Promise<void> {
    return this.#route.close();
  }
}

async function nextResults(underWay: Promise<VerifiedData>[]): Promise<VerifiedProblem[]> {
  const next = underWay.shift();
  return next === undefined ? [] : (await next).results;
}
