import type {
  CurriculumDefinitionData,
  CurriculumState,
  ReportData,
  ReportedData,
} from "../protocol/curricula.ts";
import type { AnsweredType, GeneratedData, ReplyData, VerifiedData } from "../protocol/messages.ts";
import type { CallOptions } from "./call.ts";
import type { Http } from "./http.ts";
import type { AnyRequestData, VerifyRequest } from "./requests.ts";

/** What sends requests. */
interface Requester {
  request<Type extends AnsweredType>(
    type: Type,
    data: AnyRequestData<Type>,
    options?: CallOptions,
  ): Promise<ReplyData<Type>>;
}

/** How a batch that is told to a curriculum is verified. */
export interface CurriculumVerifyOptions
  extends CallOptions,
    Pick<VerifyRequest, "answer_markers" | "reading" | "explain" | "report_id"> {}

/** A curriculum on the server: problems whose difficulty follows the measured accuracy. */
export class Curriculum {
  readonly name: string;
  readonly #client: Requester;
  readonly #http: Http;

  constructor(name: string, client: Requester, http: Http) {
    this.name = name;
    this.#client = client;
    this.#http = http;
  }

  /** Draws problems; where one cannot be generated, its error takes its place. */
  async draw(count = 1, options?: CallOptions): Promise<GeneratedData["problems"]> {
    const data = { curriculum: this.name, count };
    return (await this.#client.request("generate", data, options)).problems;
  }

  /**
   * Draws a problem for each group, the same one for an hour whoever names the group, on whichever
   * server.
   */
  async drawGroups(
    ids: readonly string[],
    options?: CallOptions,
  ): Promise<GeneratedData["problems"]> {
    const data = { curriculum: this.name, group_ids: [...ids] };
    return (await this.#client.request("generate", data, options)).problems;
  }

  /** Verifies outputs of problems that it drew, and counts them, once however often they are sent. */
  verify(
    problems: VerifyRequest["problems"],
    { signal, timeoutMs, ...data }: CurriculumVerifyOptions = {},
  ): Promise<VerifiedData> {
    const told = { ...data, curriculum: this.name, problems };
    return this.#client.request("verify", told, { signal, timeoutMs });
  }

  /** Counts outputs that were verified elsewhere, all or none. */
  report(
    outcomes: ReportData["outcomes"],
    { report_id, ...options }: CallOptions & Pick<ReportData, "report_id"> = {},
  ): Promise<ReportedData> {
    const data = { curriculum: this.name, report_id, outcomes };
    return this.#client.request("report", data, options);
  }

  /** All that it is: what `load` takes back, here or on another server. */
  async state(options?: CallOptions): Promise<CurriculumState> {
    return (await this.#http.ask("GET", this.#path, undefined, options)) as CurriculumState;
  }

  /**
   * Makes it of a definition, or what it was of a state.
   * @param options `replace`: also where there is another of this name, which is an error otherwise
   */
  async load(
    from: CurriculumDefinitionData | CurriculumState,
    { replace = false, ...options }: CallOptions & { readonly replace?: boolean } = {},
  ): Promise<CurriculumState> {
    const path = replace ? `${this.#path}?replace=true` : this.#path;
    return (await this.#http.ask("PUT", path, from, options)) as CurriculumState;
  }

  get #path(): string {
    return `/curricula/${encodeURIComponent(this.name)}`;
  }
}
