import { closest } from "fastest-levenshtein";
import { z } from "zod";
import { tellUnfit } from "./wording.ts";

/** One setting: an environment variable, its flag of `serve`, what it may be, and its default. */
interface Row<Value> {
  readonly variable: string;
  readonly flag: string;
  /** Reads the text of the variable or flag. */
  readonly schema: z.ZodType<Value>;
  readonly default: Value;
  /** What is allowed, for the error message and the help. */
  readonly allowed: string;
  readonly help: string;
  /** Whether its value is kept out of messages. */
  readonly isSecret?: true;
}

const TRANSPORTS = ["node", "uws"] as const;

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

function integerFrom(minimum: number, maximum = Number.MAX_SAFE_INTEGER) {
  return {
    schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(minimum).max(maximum)),
    allowed: `an integer from ${minimum} to ${maximum}`,
  };
}

function secondsFrom(minimum: number, maximum = 1_000_000) {
  return {
    schema: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number)
      .pipe(z.number().min(minimum).max(maximum)),
    allowed: `seconds, from ${minimum} to ${maximum}`,
  };
}

const boolean = {
  schema: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["true", "false", "1", "0", "yes", "no", "on", "off"]))
    .transform((text) => ["true", "1", "yes", "on"].includes(text)),
  allowed: "true or false",
};

/** What a header can carry unchanged: no blanks at the ends, nothing outside of ASCII. */
const HEADER_TEXT = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

/** An origin as browsers send it: scheme, host and port, no path. */
function isOrigin(text: string): boolean {
  return text === "*" || (URL.canParse(text) && new URL(text).origin === text);
}

const origins = {
  schema: z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((origin) => origin.trim().toLowerCase().replace(/\/$/, ""))
        .filter((origin) => origin !== ""),
    )
    .refine((list) => list.every(isOrigin)),
  allowed: "origins like https://example.com:8443 with commas between, or * for all",
};

const text = { schema: z.string().min(1), allowed: "a text that is not empty" };

/** A curriculum to make at the start. */
export interface CurriculumFile {
  readonly name: string;
  readonly file: string;
}

function toCurriculumFile(text: string): CurriculumFile {
  const [name, ...file] = text.trim().split("=");
  return { name, file: file.join("=").trim() };
}

function row<Value>(row: Row<Value>): Row<Value> {
  return row;
}

/**
 * The one table of settings: parsing, `--help`, the README's table and the error messages all come
 * from it.
 */
export const settings = {
  environment: row({
    variable: "RLVEGYM_ENVIRONMENT_IDENTIFIER",
    flag: "environment",
    ...text,
    allowed: "an environment's identifier ('rlve-gym list' names them)",
    default: "Multiplication",
    help: "a new session's environment",
  }),
  difficulty: row({
    variable: "RLVEGYM_DIFFICULTY",
    flag: "difficulty",
    ...integerFrom(0),
    default: 0,
    help: "a new session's difficulty",
  }),
  answerMarkerStart: row({
    variable: "RLVEGYM_ANSWER_MARKER_START",
    flag: "answer-marker-start",
    ...text,
    default: "<answer>",
    help: "the text before an answer in an output",
  }),
  answerMarkerEnd: row({
    variable: "RLVEGYM_ANSWER_MARKER_END",
    flag: "answer-marker-end",
    ...text,
    default: "</answer>",
    help: "the text after an answer in an output",
  }),
  initialSeed: row({
    variable: "RLVEGYM_INITIAL_SEED",
    flag: "initial-seed",
    ...integerFrom(0),
    default: 0,
    help: "the seed of a session's first reset",
  }),
  exposeAnswers: row({
    variable: "RLVEGYM_EXPOSE_ANSWERS",
    flag: "expose-answers",
    ...boolean,
    default: false,
    help: "let generate include configs and reference answers",
  }),
  apiKey: row<string | null>({
    variable: "RLVEGYM_API_KEY",
    flag: "api-key",
    schema: z.string().regex(HEADER_TEXT),
    allowed: "printable ASCII, which a header can carry",
    isSecret: true,
    default: null,
    help: "ask for 'Authorization: Bearer KEY' (all but /health and /ready)",
  }),
  allowedOrigins: row<readonly string[]>({
    variable: "RLVEGYM_ALLOWED_ORIGINS",
    flag: "allowed-origins",
    ...origins,
    default: [],
    help: "what pages may use the server, beside those of its own host",
  }),
  mcpMaxSubmissions: row({
    variable: "RLVEGYM_MCP_MAX_SUBMISSIONS",
    flag: "mcp-max-submissions",
    ...integerFrom(0, 1_000_000),
    default: 0,
    help: "how often an agent may submit answers to a problem by MCP; 0: as often as it likes",
  }),
  mcpHideRewards: row({
    variable: "RLVEGYM_MCP_HIDE_REWARDS",
    flag: "mcp-hide-rewards",
    ...boolean,
    default: false,
    help: "keep rewards from agents: submit_answer says only that the answer was taken",
  }),
  generationTimeoutS: row({
    variable: "RLVEGYM_GENERATION_TIMEOUT_S",
    flag: "generation-timeout-s",
    ...secondsFrom(0.01, 86_400),
    default: 10,
    help: "how long generating one problem may take",
  }),
  sessionIdleTimeoutS: row({
    variable: "RLVEGYM_SESSION_IDLE_TIMEOUT_S",
    flag: "session-idle-timeout-s",
    ...secondsFrom(0),
    default: 3600,
    help: "when a session without requests ends; 0: never",
  }),
  writeTimeoutS: row({
    variable: "RLVEGYM_WRITE_TIMEOUT_S",
    flag: "write-timeout-s",
    ...secondsFrom(0.01),
    default: 900,
    help: "when a session ends whose waiting replies make no progress",
  }),
  maxMessageBytes: row({
    variable: "RLVEGYM_MAX_MESSAGE_BYTES",
    flag: "max-message-bytes",
    ...integerFrom(1024, 256 * 2 ** 20),
    default: 16 * 2 ** 20,
    help: "the longest message",
  }),
  maxBatch: row({
    variable: "RLVEGYM_MAX_BATCH",
    flag: "max-batch",
    ...integerFrom(1, 1_000_000),
    default: 4096,
    help: "the most problems, or outputs of one problem, in a batch",
  }),
  drainTimeoutS: row({
    variable: "RLVEGYM_DRAIN_TIMEOUT_S",
    flag: "drain-timeout-s",
    ...secondsFrom(0),
    // `docker stop` kills after 10 s: what is left over is for ending workers and connections.
    default: 8,
    help: "how long sessions may finish after SIGTERM",
  }),
  maxSessions: row({
    variable: "MAX_CONCURRENT_ENVS",
    flag: "max-sessions",
    ...integerFrom(1),
    default: 16_384,
    help: "the most sessions at once",
  }),
  store: row({
    variable: "RLVEGYM_STORE",
    flag: "store",
    schema: z.string().regex(/^(memory|file:.+|rediss?:\/\/.+)$/),
    allowed: "memory, file:DIRECTORY or redis://HOST:PORT",
    default: "memory",
    help: "where curricula are kept",
  }),
  curriculum: row<readonly CurriculumFile[]>({
    variable: "RLVEGYM_CURRICULUM",
    flag: "curriculum",
    schema: z
      .string()
      .regex(/^\s*[\w.-]{1,64}=[^,]+(,\s*[\w.-]{1,64}=[^,]+)*$/)
      .transform((text) => text.split(",").map(toCurriculumFile)),
    allowed: "NAME=FILE.json, several with commas between",
    default: [],
    help: "curricula to make at the start, of definitions or saved states",
  }),
  host: row({
    variable: "HOST",
    flag: "host",
    ...text,
    allowed: "a host name or address",
    default: "0.0.0.0",
    help: "the address to listen on",
  }),
  port: row({
    variable: "PORT",
    flag: "port",
    ...integerFrom(0, 65_535),
    default: 8000,
    help: "the port to listen on; 0 picks a free one",
  }),
  transport: row<(typeof TRANSPORTS)[number]>({
    variable: "RLVEGYM_TRANSPORT",
    flag: "transport",
    schema: z.string().toLowerCase().pipe(z.enum(TRANSPORTS)),
    allowed: TRANSPORTS.join(", "),
    default: "node",
    help: "what serves connections; uws is uWebSockets.js, where that is installed",
  }),
  logLevel: row<(typeof LOG_LEVELS)[number]>({
    variable: "LOG_LEVEL",
    flag: "log-level",
    schema: z.string().toLowerCase().pipe(z.enum(LOG_LEVELS)),
    allowed: LOG_LEVELS.join(", "),
    default: "info",
    help: "how much is logged, as JSON lines on standard error",
  }),
} as const;

type Settings = typeof settings;
export type Config = {
  readonly [Name in keyof Settings]: Settings[Name] extends Row<infer Value> ? Value : never;
};

/** A setting that is not allowed; the message names it, its value and what is allowed. */
export class ConfigError extends Error {}

/**
 * Reads the configuration: a flag before its variable before the default; an empty variable counts
 * as not set.
 * @param flags texts of the flags given, by flag name without dashes in front
 * @throws ConfigError
 */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Record<string, string | undefined>> = {},
): Config {
  const entries = Object.entries(settings).map(([name, row]) => {
    const flag = flags[row.flag];
    const text = flag ?? (variables[row.variable] || undefined);
    if (text === undefined) return [name, row.default];
    const parsed = row.schema.safeParse(text.trim());
    if (parsed.success) return [name, parsed.data];
    const source = nameSource(row, flags);
    throw new ConfigError(
      row.isSecret
        ? `${source} is not fit to be sent, but must be ${row.allowed}`
        : tellUnfit(source, hideCredentials(text), row.allowed),
    );
  });
  return Object.fromEntries(entries) as Config;
}

/** What stands before the @ of an address may be a password, also where the address is misspelt. */
export function hideCredentials(text: string): string {
  return text.replace(/\S*@/g, "…@");
}

const PREFIX = "RLVEGYM_";

/** What the Python package reads; a server may stand beside it. */
const CLIENTS_OWN = ["RLVEGYM_BASE_URL", "RLVEGYM_SERVER"];

/** The variables that look like settings but are none, each with the setting that it may be meant for. */
export function findMisspelt(
  variables: Readonly<Record<string, string | undefined>>,
): { readonly variable: string; readonly nearest: string }[] {
  const known = Object.values(settings).map(({ variable }) => variable);
  const isKnown = (name: string) => known.includes(name) || CLIENTS_OWN.includes(name);
  return Object.keys(variables)
    .filter((name) => name.toUpperCase().startsWith(PREFIX) && !isKnown(name))
    .map((variable) => ({ variable, nearest: closest(variable.toUpperCase(), known) }));
}

/** A default as help and documentation show it. */
export function formatDefault(value: unknown): string {
  const isNothing = value === null || (Array.isArray(value) && value.length === 0);
  return isNothing ? "none" : JSON.stringify(value);
}

/** Where a setting comes from, for messages: its flag, if that is given, else its variable. */
export function nameSource(
  { variable, flag }: Pick<Row<unknown>, "variable" | "flag">,
  flags: Readonly<Record<string, string | undefined>>,
): string {
  return flags[flag] === undefined ? variable : `--${flag}`;
}
