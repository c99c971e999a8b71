import { isIP } from "node:net";
import { settings } from "../config.ts";
import { quote } from "../wording.ts";

/*
 * Browsers send Origin with what a page asks of another host, with every WebSocket, and with every
 * POST; programs do not send it. So a page that a person happens to visit is told from a client.
 */

/** Why a request of this Origin and Host is refused; null if it is not. */
export type RefuseOrigin = (origin: string | undefined, host: string | undefined) => string | null;

/**
 * @param allowed origins beside the server's own, in lower case; `*` for all
 * @param ownNames host names by which the server is known to be reached
 */
export function createRefuseOrigin(
  allowed: readonly string[],
  ownNames: readonly string[] = [],
): RefuseOrigin {
  if (allowed.includes("*")) return () => null;
  const { variable } = settings.allowedOrigins;
  return (origin, host) => {
    if (origin === undefined || allowed.includes(origin.toLowerCase())) return null;
    const own = host === undefined ? undefined : parseHost(host);
    if (own !== undefined && parseOrigin(origin)?.host === own.host) {
      if (isOwnName(own.hostname, ownNames)) return null;
      // A foreign name may have been made to point here after the page was loaded (DNS rebinding).
      return `Pages under the name ${quote(own.hostname)} may not use this server: ${variable} can allow it (${toExample(origin)}).`;
    }
    return `Pages of ${quote(origin)} may not use this server: ${variable} can allow it (${toExample(origin)}).`;
  };
}

function toExample(origin: string): string {
  return parseOrigin(origin) === undefined
    ? "an origin, or * for all"
    : `${quote(origin)}, or * for all`;
}

/** Endings of names that nobody can register in the public DNS. */
const PRIVATE_ENDINGS = /\.(localhost|local|internal|home\.arpa|lan|cluster\.local|test)$/;

/** Whether a name is surely the server's own: no page of somebody else can be under it. */
function isOwnName(hostname: string, ownNames: readonly string[]): boolean {
  return (
    isIP(hostname.replace(/^\[|\]$/g, "")) !== 0 ||
    !hostname.includes(".") ||
    PRIVATE_ENDINGS.test(hostname) ||
    ownNames.includes(hostname)
  );
}

function parseOrigin(origin: string): URL | undefined {
  return URL.canParse(origin) ? new URL(origin) : undefined;
}

/** A Host header; the default port is that of http, as which the server sees all. */
function parseHost(host: string): URL | undefined {
  return parseOrigin(`http://${host}`);
}
