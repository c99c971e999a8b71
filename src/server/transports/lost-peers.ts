import { open } from "node:fs/promises";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { findUnanswering, toPeer } from "./tcp-table.ts";

/** How often the system's tables are read. */
const SWEEP_MS = 10_000;

/** After so many looks in a row at which a peer owed an acknowledgement, 50 to 60 s, it is lost. */
const MAX_LOOKS = 6;

const TABLES = ["/proc/net/tcp", "/proc/net/tcp6"];

interface Watched {
  readonly terminate: () => void;
  looks: number;
}

/**
 * Finds peers that vanished while replies were on their way to them, on Linux: the kernel sends
 * these again for a quarter of an hour, and keeps silent about it. (Where nothing is on its way, TCP
 * keep-alive finds them; elsewhere a system's own limit does.) A peer that is alive and merely does
 * not read acknowledges, and is not meant.
 */
export class LostPeers {
  readonly #watched = new Map<string, Watched>();
  readonly #onLost: () => void;
  readonly #sweep: NodeJS.Timeout | undefined;
  #isLooking = false;

  /** @param onLost told of each that was lost */
  constructor(onLost: () => void) {
    this.#onLost = onLost;
    if (process.platform !== "linux") return;
    this.#sweep = setInterval(() => void this.#look(), SWEEP_MS).unref();
  }

  /** Ends a connection by `terminate` when its peer is lost. */
  watch(stream: Duplex, terminate: () => void): void {
    if (this.#sweep === undefined || !(stream instanceof Socket)) return;
    const { remoteAddress, remotePort } = stream;
    if (remoteAddress === undefined || remotePort === undefined) return;
    const peer = toPeer(remoteAddress, remotePort);
    const watched = { terminate, looks: 0 };
    this.#watched.set(peer, watched);
    stream.once("close", () => {
      if (this.#watched.get(peer) === watched) this.#watched.delete(peer);
    });
  }

  close(): void {
    clearInterval(this.#sweep);
  }

  async #look(): Promise<void> {
    if (this.#isLooking || this.#watched.size === 0) return;
    this.#isLooking = true;
    const unanswering = new Set<string>();
    for (const table of TABLES) {
      // Where a table cannot be read there is nothing to be found in it.
      await forEachChunk(table, (lines) => {
        for (const peer of findUnanswering(lines)) unanswering.add(peer);
      }).catch(() => {});
    }
    this.#isLooking = false;
    for (const [peer, watched] of this.#watched) {
      watched.looks = unanswering.has(peer) ? watched.looks + 1 : 0;
      if (watched.looks < MAX_LOOKS) continue;
      this.#watched.delete(peer);
      this.#onLost();
      watched.terminate();
    }
  }
}

/** Reads a table in pieces of whole lines, between which others have their turn. */
async function forEachChunk(
  table: string,
  look: (lines: readonly string[]) => void,
): Promise<void> {
  const file = await open(table);
  try {
    let rest = "";
    let isHead = true;
    for await (const chunk of file.createReadStream({ encoding: "latin1", autoClose: false })) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      look(isHead ? lines.slice(1) : lines);
      isHead = false;
    }
  } finally {
    await file.close();
  }
}
