import type { Context } from "hono";
import { z } from "zod";
import type { MaybePromise } from "../../event-loop.ts";
import type { Outcome } from "../../protocol/errors.ts";
import { type RefuseAmounts, readBody, refuse, respondOutcome } from "./bodies.ts";

/** By what the document groups its routes. */
export type Tag =
  | "sessions"
  | "problems"
  | "batches"
  | "curricula"
  | "environments"
  | "tasks"
  | "mcp"
  | "server";

/** A request as its route's `answer` gets it. */
interface Exchange<Body, Parameters, Query> {
  readonly body: Body;
  /** What stands in the path's braces. */
  readonly parameters: Parameters;
  /** What stands behind the question mark. */
  readonly query: Query;
  readonly c: Context;
}

interface Definition<
  Body extends z.ZodType,
  Parameters extends z.ZodObject,
  Query extends z.ZodObject,
  Reply,
> {
  /** The operation's name, by which generated clients call it. */
  readonly name: string;
  readonly method: "get" | "post" | "put" | "delete";
  /** As OpenAPI writes it: `/environments/{id}`. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: Parameters;
  readonly query?: Query;
  /** Headers without which it is refused; only described here. */
  readonly headers?: z.ZodObject;
  /** A missing body counts as an empty object. */
  readonly body?: Body;
  /** Whether `answer` reads the body itself; `body` then only describes it. */
  readonly isRaw?: boolean;
  readonly refuseAmounts?: RefuseAmounts;
  /** Bodies that a server with the default settings answers by 200, by what they show. */
  readonly examples?: Readonly<Record<string, z.input<Body>>>;
  /** What a 200 holds, as JSON; absent where it holds something else. */
  readonly reply?: z.ZodType<Reply>;
  /** What other statuses mean, where no body or key is to blame. */
  readonly statuses?: Readonly<Record<number, string>>;
  /** What the bodies of these statuses from 400 on hold, if not a detail. */
  readonly refusal?: z.ZodType;
  /** Whether it is answered without a key, too. */
  readonly isOpen?: boolean;
  answer(
    exchange: Exchange<z.output<Body>, z.output<Parameters>, z.output<Query>>,
  ): MaybePromise<Outcome<Reply> | Response>;
}

/** A route as the app and the document need it, whatever it is about. */
export interface Route
  extends Omit<
    Definition<z.ZodType, z.ZodObject, z.ZodObject, unknown>,
    "answer" | "isRaw" | "isOpen" | "refuseAmounts"
  > {
  readonly isOpen: boolean;
  handle(c: Context): Promise<Response>;
}

/**
 * One place for all that makes a route: method, path, schemas, document and handler. The body is
 * read here, and not by a library's validator, which would lose integers beyond 2^53.
 */
export function route<
  Reply,
  Body extends z.ZodType = z.ZodUnknown,
  Parameters extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
>(definition: Definition<Body, Parameters, Query, Reply>): Route {
  const { answer, isRaw = false, isOpen = false, refuseAmounts, ...described } = definition;
  const bodySchema: z.ZodType | undefined = isRaw ? undefined : definition.body;
  const parametersSchema: z.ZodObject = definition.parameters ?? NONE;
  const querySchema: z.ZodObject = definition.query ?? NONE;
  return {
    ...described,
    isOpen,
    async handle(c) {
      const parameters = parametersSchema.safeParse(c.req.param());
      if (!parameters.success) return refuseField("path", parameters.error);
      const query = querySchema.safeParse(c.req.query());
      if (!query.success) return refuseField("query", query.error);
      const body = bodySchema && (await readBody(c, () => bodySchema, refuseAmounts));
      if (body instanceof Response) return body;
      const exchange = { body, parameters: parameters.data, query: query.data, c };
      const outcome = await answer(
        exchange as Exchange<z.output<Body>, z.output<Parameters>, z.output<Query>>,
      );
      return outcome instanceof Response ? outcome : respondOutcome(outcome);
    },
  };
}

const NONE = z.object({});

function refuseField(where: "path" | "query", { issues }: z.ZodError): Response {
  const detail = issues.map(({ path, message, code }) => ({
    loc: [where, ...path.map(String)],
    msg: message,
    type: code,
  }));
  return refuse(422, detail);
}

/** The path as Hono writes it: `/environments/:id`. */
export function toHonoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}
