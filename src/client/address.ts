import { ConnectionError } from "./errors.ts";

const SOCKET_SCHEMES: Readonly<Record<string, string>> = {
  "http:": "ws:",
  "https:": "wss:",
  "ws:": "ws:",
  "wss:": "wss:",
};

/**
 * The URL of the WebSocket of a server, `ws://host:port/ws`: from its address with http, https, ws,
 * wss or no scheme, with or without a path prefix, a closing slash and the `/ws` itself.
 * @throws ConnectionError if it is no address
 */
export function toSocketUrl(address: string): string {
  const text = address.trim();
  const full = text.includes("://") ? text : `http://${text}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  const scheme = url && SOCKET_SCHEMES[url.protocol];
  if (url === undefined || scheme === undefined) {
    throw new ConnectionError(
      "WRONG_SERVER",
      `${JSON.stringify(address)} is no address of a server. Write it like http://localhost:8000`,
    );
  }
  const prefix = url.pathname.replace(/\/$/, "").replace(/\/ws$/, "");
  return `${scheme}//${url.host}${prefix.replace(/\/$/, "")}/ws${url.search}`;
}

/** The URL of a path that a server answers over HTTP. */
export function toHttpUrl(address: string, path: string): string {
  const { protocol, host, pathname } = new URL(toSocketUrl(address));
  const scheme = protocol === "wss:" ? "https:" : "http:";
  return `${scheme}//${host}${pathname.replace(/\/ws$/, "")}${path}`;
}
