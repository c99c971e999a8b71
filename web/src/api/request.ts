import { signal } from "@preact/signals";

/*
 * All that the page asks of the server: over HTTP, since browsers cannot send a key with a
 * WebSocket. Addresses are relative to the script's own, so a path prefix does no harm.
 */

const BASE = new URL("../", import.meta.url);

/** Whether the server answered last time it was asked. */
export const isReachable = signal(true);

/** Why a key is asked for; null where none is. */
export const keyWanted = signal<string | null>(null);

/** Raised when what is shown should be asked for anew: after a key, or when the server is back. */
export const generation = signal(0);

const KEY = "rlve-gym-key";
const POLL_MS = 1500;

/** An answer other than the one that was asked for, as a person reads it. */
export class RequestError extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** The address of something the server has, in full. */
export function toAddress(path: string): string {
  return new URL(path, BASE).href;
}

/** @throws RequestError */
export async function getJson<Reply>(path: string): Promise<Reply> {
  return (await send(path, { method: "GET" })).json();
}

/** @throws RequestError */
export async function getText(path: string): Promise<string> {
  return (await send(path, { method: "GET" })).text();
}

/**
 * @param body JSON, already as text: a stored problem may hold integers that JavaScript's own
 *   reading would round
 * @throws RequestError
 */
export async function postJson<Reply>(path: string, body: string): Promise<Reply> {
  const headers = { "content-type": "application/json" };
  return (await send(path, { method: "POST", headers, body })).json();
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const key = readKey();
  const headers = new Headers(init.headers);
  if (key !== null) headers.set("authorization", `Bearer ${key}`);
  let response: Response;
  try {
    response = await fetch(new URL(path, BASE), { ...init, headers });
  } catch {
    noteUnreachable();
    throw new RequestError("The server does not answer.", 0);
  }
  if (response.ok) return response;
  const message = await describeRefusal(response);
  if (GATEWAY.has(response.status)) noteUnreachable();
  if (response.status === 401) {
    keyWanted.value =
      key === null ? "This server asks for a key." : "The server does not take this key.";
  }
  throw new RequestError(message, response.status);
}

/** What a proxy answers for a server that is away. */
const GATEWAY = new Set([502, 503, 504]);

async function describeRefusal(response: Response): Promise<string> {
  try {
    const { detail } = (await response.json()) as { detail: unknown };
    if (typeof detail === "string") return detail;
    const faults = detail as { loc: (string | number)[]; msg: string }[];
    return faults.map(({ loc, msg }) => `${loc.slice(1).join(".")}: ${msg}`).join("; ");
  } catch {
    return `The server answered ${response.status}.`;
  }
}

let isWaiting = false;

/** Says so, and asks until it is back; then what is shown is asked for anew. */
function noteUnreachable(): void {
  isReachable.value = false;
  if (isWaiting) return;
  isWaiting = true;
  const poll = async () => {
    const isBack = await fetch(new URL("health", BASE), { cache: "no-store" }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isBack) {
      setTimeout(poll, POLL_MS);
      return;
    }
    isWaiting = false;
    isReachable.value = true;
    generation.value++;
  };
  setTimeout(poll, POLL_MS);
}

let heldKey: string | null = null;

/** The tab keeps it; a frame without leave to store anything keeps it until it is left. */
function readKey(): string | null {
  if (heldKey !== null) return heldKey;
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Whether what is asked carries a key. */
export const hasKey = () => readKey() !== null;

/** Takes a key for this tab, and asks anew. */
export function takeKey(key: string): void {
  heldKey = key;
  try {
    sessionStorage.setItem(KEY, key);
  } catch {
    // Held above.
  }
  keyWanted.value = null;
  generation.value++;
}
