import { LRUCache } from "lru-cache";
import type { Registry } from "../environments/registry.ts";
import { isFailure } from "../problems/failure.ts";
import type { CurriculumRise } from "../protocol/curricula.ts";
import { type Curriculum, createCurriculum } from "./curriculum.ts";
import { begin, drawEnvironment, type Outcome, type Progress, report } from "./rule.ts";
import {
  type Counted,
  GROUP_MS,
  type Kept,
  MAX_REMEMBERED,
  MAX_RISES,
  type ReportId,
  type Store,
  type Taken,
  UnknownCurriculum,
} from "./store.ts";

/** The tops of a moment, by environment. */
type Tops = Readonly<Record<string, number>>;

/** The draw that the members of a group share. */
export interface Group {
  readonly first: number;
  /** That of the draw's environment at that moment. */
  readonly top: number;
}

/** A curriculum in memory. */
export interface Held {
  readonly curriculum: Curriculum;
  draws: number;
  readonly progress: Map<string, Progress>;
  tops: Tops;
  rises: CurriculumRise[];
  readonly groups: LRUCache<string, Group>;
  /** The last number of each key. */
  readonly reports: LRUCache<string, number>;
}

/** A size, and no number of entries, for which room would be made at once. */
const REMEMBERED = { maxSize: MAX_REMEMBERED, sizeCalculation: () => 1 };

/** Curricula that end with this process. Everything is done at once. */
export class MemoryStore implements Store {
  protected readonly held = new Map<string, Held>();
  readonly #registry: Registry;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  reach(): void {}

  names(): string[] {
    return [...this.held.keys()];
  }

  find(name: string): Curriculum {
    return this.#get(name).curriculum;
  }

  load(name: string): Kept {
    const { curriculum, draws, progress } = this.#get(name);
    const weights = new Map(
      curriculum.members.map((member) => [member.environment, member.weight]),
    );
    return { definition: curriculum.definition, draws, progress: new Map(progress), weights };
  }

  save(name: string, kept: Kept, mayReplace: boolean): boolean {
    if (this.held.has(name) && !mayReplace) return false;
    this.hold(name, kept);
    this.noteChange(name);
    return true;
  }

  remove(name: string): boolean {
    const existed = this.held.delete(name);
    if (existed) this.noteChange(name);
    return existed;
  }

  take(name: string, count: number, group: string | null): Taken {
    const held = this.#get(name);
    const known = group === null ? undefined : held.groups.get(group);
    const { curriculum } = held;
    if (known !== undefined) return { curriculum, first: known.first, topOf: () => known.top };
    const first = held.draws;
    held.draws += count;
    const topOf = toTopOf(held, held.tops);
    // A later member draws with the top that the first one found.
    if (group !== null) {
      const environment = drawEnvironment(curriculum, first);
      held.groups.set(group, { first, top: topOf(environment) });
    }
    this.noteChange(name);
    return { curriculum, first, topOf };
  }

  report(name: string, outcomes: readonly Outcome[], reportId: ReportId | null): Counted {
    const held = this.#get(name);
    if (reportId !== null && reportId.number <= (held.reports.get(reportId.key) ?? -1)) {
      return { counted: false, rises: [] };
    }
    const reported = report(held.curriculum, progressIn(held), outcomes, held.draws);
    if ("refused" in reported) return reported;
    for (const [environment, progress] of reported.progress) {
      held.progress.set(environment, progress);
    }
    if (reported.rises.length > 0) {
      held.rises = [...held.rises, ...reported.rises].slice(-MAX_RISES);
      held.tops = toTops(held.progress);
    }
    if (reportId !== null) held.reports.set(reportId.key, reportId.number);
    this.noteChange(name);
    return { counted: true, rises: reported.rises };
  }

  countFailures(name: string, environment: string, failures: number): void {
    const held = this.#get(name);
    const progress = held.progress.get(environment);
    // Of a curriculum that was replaced by one without it.
    if (progress === undefined) return;
    const failed_draws = progress.failed_draws + failures;
    held.progress.set(environment, { ...progress, failed_draws });
    this.noteChange(name);
  }

  rises(name: string): readonly CurriculumRise[] {
    return this.#get(name).rises;
  }

  async close(): Promise<void> {}

  /** Told of each change, for stores that keep what is here elsewhere, too. */
  protected noteChange(_name: string): void {}

  /** Holds a curriculum as it is kept. */
  protected hold(name: string, { definition, draws, progress, weights }: Kept): Held {
    const curriculum = createCurriculum(definition, weights, this.#registry);
    if (isFailure(curriculum)) throw new Error(curriculum.message);
    const held = {
      curriculum,
      draws,
      progress: new Map(progress),
      tops: toTops(progress),
      rises: [],
      groups: new LRUCache<string, Group>({ ...REMEMBERED, ttl: GROUP_MS }),
      reports: new LRUCache<string, number>(REMEMBERED),
    };
    this.held.set(name, held);
    return held;
  }

  #get(name: string): Held {
    const held = this.held.get(name);
    if (held === undefined) throw new UnknownCurriculum(name);
    return held;
  }
}

function progressIn({ curriculum, progress }: Held) {
  return (environment: string) => progress.get(environment) ?? begin(curriculum);
}

function toTops(progress: ReadonlyMap<string, Progress>): Tops {
  return Object.fromEntries([...progress].map(([environment, { top }]) => [environment, top]));
}

function toTopOf({ curriculum }: Held, tops: Tops): Taken["topOf"] {
  return (environment) => tops[environment] ?? curriculum.definition.start;
}
