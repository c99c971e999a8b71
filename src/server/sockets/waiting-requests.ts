import { type BacklogBounds, WAITING_REQUEST_OVERHEAD } from "../limits.ts";

interface Frame {
  readonly data: Buffer;
  readonly isBinary: boolean;
}

/** What the waiting requests of all connections take beyond their shares. */
export class Backlog {
  readonly bounds: BacklogBounds;
  #bytes = 0;

  constructor(bounds: BacklogBounds) {
    this.bounds = bounds;
  }

  get hasRoom(): boolean {
    return this.#bytes < this.bounds.allTogether;
  }

  /** Takes note that what one connection has waiting has changed. */
  note(before: number, after: number): void {
    const { share } = this.bounds;
    this.#bytes += Math.max(0, after - share) - Math.max(0, before - share);
  }
}

/** The requests of one connection that wait, in order. */
export class WaitingRequests {
  readonly #backlog: Backlog;
  #frames: Frame[] = [];
  /** The next one's place: taking an array's first one costs as much as the array is long. */
  #next = 0;
  #bytes = 0;

  constructor(backlog: Backlog) {
    this.#backlog = backlog;
  }

  /** Each counted with what it costs beside its own bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return this.#next === this.#frames.length;
  }

  /** Whether more may come: of a peer that reads its replies, more than of one that does not. */
  mayGrow(isRead: boolean): boolean {
    const { share, most } = this.#backlog.bounds;
    if (this.#bytes <= share) return true;
    return isRead && this.#bytes <= most && this.#backlog.hasRoom;
  }

  push(frame: Frame): void {
    this.#frames.push(frame);
    this.#count(frame.data.length + WAITING_REQUEST_OVERHEAD);
  }

  shift(): Frame | undefined {
    if (this.isEmpty) return undefined;
    const frame = this.#frames[this.#next++];
    this.#count(-frame.data.length - WAITING_REQUEST_OVERHEAD);
    // So that those that were taken are let go.
    if (this.#next > this.#frames.length / 2) {
      this.#frames = this.#frames.slice(this.#next);
      this.#next = 0;
    }
    return frame;
  }

  clear(): void {
    this.#frames = [];
    this.#next = 0;
    this.#count(-this.#bytes);
  }

  #count(bytes: number): void {
    this.#backlog.note(this.#bytes, this.#bytes + bytes);
    this.#bytes += bytes;
  }
}
