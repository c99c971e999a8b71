import { FrameMeter } from "./frame-meter.ts";
import { FREE_BYTES, type Incoming, type Intake } from "./intake.ts";

/** What a message that is not complete may ask of its socket. */
export interface MessageSource {
  /** Whether the connection has paused it for reasons of its own. */
  readonly isPaused: boolean;
  hold(): void;
  release(): void;
  giveUp(): void;
}

/** The part of a socket's next message that has come, as the intake of all connections counts it. */
export class UnfinishedMessage implements Incoming {
  readonly #intake: Intake;
  readonly #source: MessageSource;
  readonly #meter = new FrameMeter();
  /** Bytes taken of the allowance. */
  #taken = 0;
  #waitsForRoom = false;
  #hasEnded = false;

  constructor(intake: Intake, source: MessageSource) {
    this.#intake = intake;
    this.#source = source;
  }

  get receivedBytes(): number {
    return this.#meter.unfinishedBytes;
  }

  get state(): Incoming["state"] {
    if (this.#source.isPaused) return "unwanted";
    return this.#waitsForRoom ? "waiting" : "coming";
  }

  giveUp(): void {
    this.#source.giveUp();
  }

  /** Reads along with what comes. */
  read(chunk: Buffer): void {
    if (this.#hasEnded) return;
    this.#meter.read(chunk);
    const { unfinishedBytes } = this.#meter;
    if (unfinishedBytes > 0) this.#intake.watch(this);
    else this.#intake.unwatch(this);
    const shared = Math.max(0, unfinishedBytes - FREE_BYTES);
    if (shared < this.#taken) this.#giveBack(this.#taken - shared);
    if (shared > this.#taken) this.#take(shared - this.#taken);
  }

  /** Room for more is there. */
  hasRoom(): void {
    this.#waitsForRoom = false;
    this.#source.release();
  }

  end(): void {
    this.#hasEnded = true;
    this.#intake.unwatch(this);
    this.#intake.stopWaiting(this);
    this.#giveBack(this.#taken);
  }

  #take(bytes: number): void {
    // What has come cannot be sent back: it may exceed the allowance by a chunk.
    this.#taken += bytes;
    this.#intake.take(bytes);
    if (this.#waitsForRoom || this.#intake.mayGoOn(this)) return;
    this.#waitsForRoom = true;
    this.#intake.await(this);
    this.#source.hold();
  }

  #giveBack(bytes: number): void {
    if (bytes === 0) return;
    this.#taken -= bytes;
    this.#intake.giveBack(bytes);
    if (this.#taken === 0) this.#intake.stopWaiting(this);
  }
}
