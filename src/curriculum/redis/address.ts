import { StoreError } from "../store.ts";

/** Where a Redis is, and under which names it keeps the curricula. */
export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly database: number;
  /** Before the names of all keys. */
  readonly prefix: string;
  /** What may be shown: without credentials. */
  readonly title: string;
}

const DEFAULT_PREFIX = "rlve-gym:";

/**
 * Reads `redis://[[user]:password@]host[:port][/database][?prefix=…]`; `rediss:` is the same over TLS.
 * @throws StoreError, whose message holds no credentials
 */
export function parseAddress(text: string): RedisAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.hostname === "") {
    throw new StoreError("what stands after redis:// must be [[user]:password@]host[:port]");
  }
  const { protocol, pathname, searchParams, username, password } = url;
  const database = pathname.replace(/^\//, "") || "0";
  if (!/^\d{1,5}$/.test(database)) {
    throw new StoreError("the path of redis://host/0 must be the number of a database");
  }
  for (const key of searchParams.keys()) {
    if (key !== "prefix") throw new StoreError(`redis://…?prefix=… takes a prefix, but no ${key}`);
  }
  const port = Number(url.port || 6379);
  const path = database === "0" ? "" : `/${database}`;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port,
    isSecure: protocol === "rediss:",
    username: decode(username),
    password: decode(password),
    database: Number(database),
    prefix: searchParams.get("prefix") ?? DEFAULT_PREFIX,
    title: `${protocol}//${url.hostname}:${port}${path}`,
  };
}

function decode(text: string): string | undefined {
  try {
    return text === "" ? undefined : decodeURIComponent(text);
  } catch {
    throw new StoreError("user and password of redis://… must be percent-encoded");
  }
}
