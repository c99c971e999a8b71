import type { Logger } from "../log.ts";
import { ProtocolError } from "../protocol/errors.ts";
import type { Session } from "../session/session.ts";
import { HeldSession } from "./held-session.ts";
import { type BacklogBounds, MAX_UNSENT_BYTES } from "./limits.ts";
import { Counts, type End } from "./metrics/counts.ts";
import { Notices } from "./notices.ts";
import type { AnswerFrame } from "./sockets/answer-frame.ts";
import { CLOSE_CODES, Connection, type SharedBounds } from "./sockets/connection.ts";
import { UnsentReplies } from "./sockets/unsent.ts";
import { Backlog } from "./sockets/waiting-requests.ts";

/** When a session is given up. */
export interface Timeouts {
  /** Milliseconds without a request; 0: never. */
  readonly idleMs: number;
  /** Milliseconds in which waiting replies make no progress. */
  readonly writeMs: number;
  /** Milliseconds after which one that was made over HTTP and not used is given up. */
  readonly unusedMs: number;
}

/** What has a slot: connections with a session of their own, and sessions that no connection owns. */
export class Sessions {
  readonly capacity: number;
  readonly #timeouts: Timeouts;
  readonly #log: Logger;
  readonly #notices: Notices;
  readonly #counts: Counts;
  /** Whom the server has ended, and why, until their end. */
  readonly #causes = new Map<Connection | HeldSession, End>();
  readonly #connections = new Set<Connection>();
  readonly #held = new Map<string, HeldSession>();
  readonly #bounds: SharedBounds;
  readonly #sweep: NodeJS.Timeout;
  #isDraining = false;
  #whenEmpty: (() => void) | null = null;

  constructor(
    capacity: number,
    timeouts: Timeouts,
    backlog: BacklogBounds,
    log: Logger,
    counts = new Counts(),
  ) {
    this.capacity = capacity;
    this.#timeouts = timeouts;
    this.#log = log;
    this.#notices = new Notices(log);
    this.#counts = counts;
    this.#bounds = {
      unsent: new UnsentReplies(MAX_UNSENT_BYTES, () => {
        counts.cut.add("unread");
        this.#notices.note(
          "connections ended: all together left too many replies unread",
          "unread",
        );
      }),
      backlog: new Backlog(backlog),
      traffic: counts.traffic,
    };
    // One timer for all: a sweep of thousands of connections takes less than a millisecond.
    const { writeMs, idleMs, unusedMs } = timeouts;
    const shortest = Math.min(writeMs, idleMs || writeMs, unusedMs);
    const period = Math.min(5_000, Math.max(20, shortest / 4));
    this.#sweep = setInterval(() => this.#endSilent(), period).unref();
  }

  get active(): number {
    return this.#connections.size + this.#held.size;
  }

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Connections with a session of their own. */
  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  /** Why there can be no further session now; null if there can. */
  refusal(): ProtocolError | null {
    if (this.#isDraining) {
      return new ProtocolError("SESSION_ERROR", "The server is shutting down.");
    }
    const { active, capacity } = this;
    if (active < capacity) return null;
    const message = `Server at capacity: ${active}/${capacity} sessions active. Cannot accept new connections.`;
    const counts = { active_sessions: active, max_sessions: capacity };
    return new ProtocolError("CAPACITY_REACHED", message, counts);
  }

  /** Takes a slot at once; the connection's end, in whatever way, gives it back, and ends its session. */
  open(answerFrame: AnswerFrame, session: Session): Connection {
    const connection = new Connection(answerFrame, this.#bounds, () => {
      this.#connections.delete(connection);
      this.#noteEnd(connection, session);
    });
    this.#connections.add(connection);
    this.#noteBegin(session);
    return connection;
  }

  /**
   * Takes a slot for a session that no connection owns; its end gives it back.
   * @param onEnd called once, when the session has ended, in whatever way
   */
  hold(session: Session, onEnd: () => void = () => {}): HeldSession {
    const held = new HeldSession(session, this.#bounds, () => {
      this.#held.delete(held.id);
      onEnd();
      this.#noteEnd(held, session);
    });
    this.#held.set(held.id, held);
    this.#noteBegin(session);
    return held;
  }

  /** The session of that id that no connection owns. */
  find(id: string): HeldSession | undefined {
    return this.#held.get(id);
  }

  /** Lets every session finish the requests that wait, then tells it to go; ends the rest. */
  async drain(timeoutMs: number): Promise<void> {
    this.#isDraining = true;
    clearInterval(this.#sweep);
    const empty = new Promise<void>((resolve) => {
      this.#whenEmpty = resolve;
    });
    for (const member of this.#members()) {
      member.finish(CLOSE_CODES.goingAway, "the server is shutting down");
    }
    if (this.active === 0) return;
    const timer = setTimeout(() => {
      this.#log.warn({ sessions: this.active }, "sessions ended by the drain time-out");
      for (const member of this.#members()) {
        this.#causes.set(member, "drain");
        member.terminate();
      }
    }, timeoutMs);
    await empty;
    clearTimeout(timer);
  }

  #members(): (Connection | HeldSession)[] {
    return [...this.#connections, ...this.#held.values()];
  }

  #noteBegin(session: Session): void {
    if (this.#log.isLevelEnabled("debug")) {
      this.#log.debug({ session: session.id, sessions: this.active }, "session begun");
    }
  }

  #noteEnd(member: Connection | HeldSession, session: Session): void {
    const cause = this.#causes.get(member) ?? "closed";
    this.#causes.delete(member);
    this.#counts.ended.add(cause);
    if (this.#log.isLevelEnabled("debug")) {
      const { step_count: steps } = session.state();
      this.#log.debug({ session: session.id, cause, steps }, "session ended");
    }
    if (this.active === 0) this.#whenEmpty?.();
  }

  #endSilent(): void {
    const now = performance.now();
    const { idleMs, writeMs, unusedMs } = this.#timeouts;
    for (const member of this.#members()) {
      const { idle, stalled } = member.measureSilence(now);
      const isUnused = member instanceof HeldSession && !member.isUsed;
      if (stalled > writeMs) {
        this.#giveUp(member, "unread");
        member.terminate();
      } else if (isUnused && idle > unusedMs) {
        this.#giveUp(member, "unused");
        member.finish(CLOSE_CODES.goingAway, "the session was not used");
      } else if (idleMs > 0 && idle > idleMs) {
        this.#giveUp(member, "idle");
        member.finish(CLOSE_CODES.goingAway, "the session was idle for too long");
      }
    }
  }

  #giveUp(member: Connection | HeldSession, cause: End): void {
    // One that was told to go is looked at again until it has gone.
    if (this.#causes.has(member)) return;
    this.#causes.set(member, cause);
    this.#notices.note("sessions ended by a time-out", cause);
  }
}
