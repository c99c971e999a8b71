import { setTimeout as delay } from "node:timers/promises";
import { Redis, ReplyError } from "ioredis";
import type { Logger } from "../../log.ts";
import { toMessage } from "../../wording.ts";
import { StoreError } from "../store.ts";
import type { RedisAddress } from "./address.ts";
import type { Script } from "./scripts.ts";

/** How long a connection that was lost is waited for: shorter outages nobody notices. */
const PATIENCE_MS = 1000;

/** Between two looks whether a connection has come. */
const PAUSE_MS = 10;

/** The longest pause between two attempts to reconnect. */
const MAX_PAUSE_MS = 2000;

/** A connection that says nothing for so long while a reply is due is replaced by another. */
const SILENCE_MS = 3000;

/** How often a request is sent, each time on another connection: a server that was starved may find its own too silent. */
const MAX_ATTEMPTS = 3;

export type Args = readonly (string | number)[];

/** A connection that comes back by itself, and says at once when it is away. */
export class Connection {
  readonly title: string;
  readonly #redis: Redis;
  readonly #log: Pick<Logger, "info" | "warn">;
  readonly #onLoss: () => void;
  /** Why there is no connection, as far as is known. */
  #cause = "it has not answered yet";
  #isConnected = false;
  #isLossTold = false;
  /** Whether there is a connection, as soon as that is known or patience is at an end. */
  #reached: Promise<boolean>;
  #setReached: (isReached: boolean) => void = () => {};

  /** @param onLoss told when a connection ends: the store behind the next one may be an older state of this one */
  constructor(address: RedisAddress, log: Pick<Logger, "info" | "warn">, onLoss: () => void) {
    this.title = address.title;
    this.#log = log;
    this.#onLoss = onLoss;
    this.#reached = this.#waitForReach();
    this.#redis = open(address);
    this.#redis.on("ready", () => this.#noteReach());
    this.#redis.on("close", () => this.#noteLoss());
    this.#redis.on("error", (error) => {
      this.#cause = toMessage(error);
    });
  }

  /**
   * Runs a script.
   * @param mayRepeat whether it may run twice, as it may where the connection ends before the reply
   * @throws StoreError
   */
  async run(
    script: Script,
    keys: readonly string[],
    toArgs: () => Args,
    mayRepeat: boolean,
  ): Promise<unknown> {
    let attempts = 0;
    let end = performance.now() + PATIENCE_MS;
    for (;;) {
      if (!(await this.#reached)) throw this.#toUnreached(this.#cause);
      // Between the end of a connection and its event, too, nothing is sent.
      if (this.#redis.status === "ready") {
        try {
          return await evaluate(this.#redis, script, keys, toArgs());
        } catch (error) {
          const cause = toMessage(error);
          if (error instanceof ReplyError)
            throw new StoreError(`${this.#store} refuses: ${cause}.`);
          if (!mayRepeat) {
            throw new StoreError(
              `${this.#store} did not reply (${cause}): whether this was done is not known.`,
            );
          }
          this.#cause = cause;
          if (++attempts === MAX_ATTEMPTS) throw this.#toUnreached(cause);
          end = performance.now() + PATIENCE_MS;
        }
      }
      if (performance.now() > end) throw this.#toUnreached(this.#cause);
      await delay(PAUSE_MS);
    }
  }

  /** @throws StoreError where there is no connection after so long */
  async reach(timeoutMs: number): Promise<void> {
    const end = performance.now() + timeoutMs;
    while (this.#redis.status !== "ready") {
      if (performance.now() > end) throw this.#toUnreached(this.#cause);
      await delay(PAUSE_MS);
    }
  }

  async close(): Promise<void> {
    this.#setReached(false);
    if (this.#redis.status === "ready") await this.#redis.quit().catch(() => {});
    this.#redis.disconnect();
  }

  #waitForReach(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#tellLoss();
        resolve(false);
      }, PATIENCE_MS).unref();
      this.#setReached = (isReached) => {
        clearTimeout(timer);
        resolve(isReached);
      };
    });
  }

  #noteReach(): void {
    if (this.#isLossTold) this.#log.info({ store: this.title }, "the store of curricula is back");
    this.#isLossTold = false;
    this.#setReached(true);
    this.#reached = Promise.resolve(true);
    this.#isConnected = true;
  }

  #noteLoss(): void {
    if (!this.#isConnected) return;
    this.#isConnected = false;
    this.#cause = "the connection ended";
    this.#reached = this.#waitForReach();
    this.#onLoss();
  }

  #tellLoss(): void {
    this.#isLossTold = true;
    const about = { store: this.title, reason: this.#cause };
    this.#log.warn(about, "the store of curricula is out of reach; it is tried again");
  }

  get #store(): string {
    return `The store of curricula, ${this.title},`;
  }

  #toUnreached(cause: string): StoreError {
    return new StoreError(`${this.#store} is out of reach, and is tried again (${cause}).`);
  }
}

function open({ host, port, isSecure, username, password, database }: RedisAddress): Redis {
  return new Redis({
    host,
    port,
    db: database,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(isSecure && { tls: {} }),
    connectionName: "rlve-gym",
    // As every Redis since 5 and every Valkey speaks.
    protocol: 2,
    connectTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    retryStrategy: (attempt) => Math.min(MAX_PAUSE_MS, 25 * 2 ** Math.min(attempt, 7)),
    // A replica that was its master until now: the next connection may find the new one.
    reconnectOnError: (error) => error.message.startsWith("READONLY"),
    // What is repeated, and for how long, is for `run` to say.
    autoResendUnfulfilledCommands: false,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
  });
}

/** By its hash, in one round trip; the text goes along where Redis does not know it yet. */
async function evaluate(
  redis: Redis,
  { text, sha1 }: Script,
  keys: readonly string[],
  args: Args,
): Promise<unknown> {
  try {
    return await redis.evalsha(sha1, keys.length, ...keys, ...args);
  } catch (error) {
    if (!toMessage(error).startsWith("NOSCRIPT")) throw error;
    return redis.eval(text, keys.length, ...keys, ...args);
  }
}
