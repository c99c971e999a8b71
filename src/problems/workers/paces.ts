/** Jobs of one kind take about the same time, or more the higher their level. */
export interface Kind {
  readonly name: string;
  readonly level: number;
}

/** What jobs of a kind are taken to be. */
export type Pace = "quick" | "unknown" | "slow";

/** A level counts as known up to this far above one that was quick. */
const NEAR = 2;

/** A kind counts as slow for this many jobs, then it is tried again. */
const PROBATION = 16;

interface Seen {
  /** The highest level that was quick. */
  quickTo: number;
  /** The lowest level that was slow. */
  slowFrom: number;
  /** How many more jobs from there on count as slow. */
  probation: number;
}

/**
 * What was seen of kinds of jobs, and therefore is expected: a level is quick near those which were,
 * slow from one on which was, else unknown. There are as many names as environments and works.
 */
export class Paces {
  readonly #records = new Map<string, Seen>();

  of({ name, level }: Kind): Pace {
    const record = this.#records.get(name);
    if (record === undefined) return "unknown";
    if (level >= record.slowFrom) return "slow";
    return level <= record.quickTo + NEAR ? "quick" : "unknown";
  }

  /** Says whether this is news: jobs of this kind may now count as quick which did not. */
  noteQuick({ name, level }: Kind): boolean {
    const record = this.#record(name);
    if (level <= record.quickTo) return false;
    record.quickTo = level;
    return true;
  }

  noteSlow({ name, level }: Kind): void {
    const record = this.#record(name);
    record.quickTo = Math.min(record.quickTo, level - 1);
    record.slowFrom = Math.min(record.slowFrom, level);
    record.probation = PROBATION;
  }

  /** A job that counts as slow is tried. */
  noteTrial({ name }: Kind): void {
    const record = this.#record(name);
    if (record.probation > 0 && --record.probation === 0) record.slowFrom = Infinity;
  }

  #record(name: string): Seen {
    let record = this.#records.get(name);
    if (record === undefined) {
      record = { quickTo: -Infinity, slowFrom: Infinity, probation: 0 };
      this.#records.set(name, record);
    }
    return record;
  }
}
