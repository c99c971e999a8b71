import { randomUUID } from "node:crypto";
import type { Registry } from "../../environments/registry.ts";
import { after, type MaybePromise } from "../../event-loop.ts";
import type { Logger } from "../../log.ts";
import type { CurriculumRise } from "../../protocol/curricula.ts";
import type { Curriculum } from "../curriculum.ts";
import { findOutcomeRefusal, type Outcome, type Progress, tellTop } from "../rule.ts";
import {
  type Counted,
  GROUP_MS,
  type Kept,
  MAX_REMEMBERED,
  MAX_RISES,
  type ReportId,
  type Store,
  StoreError,
  type Taken,
  UnknownCurriculum,
} from "../store.ts";
import type { RedisAddress } from "./address.ts";
import { type Args, Connection } from "./connection.ts";
import { type Known, KnownCurricula } from "./known.ts";
import { readRecord, toRecord } from "./record.ts";
import * as scripts from "./scripts.ts";
import { formatCounts, toCounts, toPairs, toRise, toTops } from "./texts.ts";

/**
 * Curricula that any number of servers share. What draws and reports do is one script, in one round
 * trip; what a server remembers meanwhile (definitions, the latest tops) goes with the revision that
 * each script compares.
 */
export class RedisStore implements Store {
  readonly #connection: Connection;
  readonly #prefix: string;
  readonly #registry: Registry;
  readonly #known = new KnownCurricula((name) => this.#ask(name));
  readonly #groupMs: number;

  /** @param groupMs how long the draw of a group is remembered */
  constructor(
    address: RedisAddress,
    registry: Registry,
    log: Pick<Logger, "info" | "warn">,
    groupMs = GROUP_MS,
  ) {
    this.#prefix = address.prefix;
    this.#registry = registry;
    this.#groupMs = groupMs;
    this.#connection = new Connection(address, log, () => this.#known.clear());
  }

  reach(timeoutMs: number): Promise<void> {
    return this.#connection.reach(timeoutMs);
  }

  async names(): Promise<readonly string[]> {
    return (await this.#run(scripts.GET_NAMES, "", [])) as string[];
  }

  find(name: string, isFresh = false): MaybePromise<Curriculum> {
    const known = isFresh ? this.#known.ask(name) : this.#known.getOrAsk(name);
    return after(known, ({ curriculum }) => curriculum);
  }

  async load(name: string): Promise<Kept> {
    const reply = await this.#run(scripts.LOAD, name, []);
    const [record, draws, flatTops, flatCounts] = reply as [
      string | null,
      string | null,
      string[],
      string[],
    ];
    if (record === null) return this.#forget(name);
    const curriculum = await this.#read(name, record);
    const tops = toTops(flatTops);
    const counts = new Map(toPairs(flatCounts));
    const progress = curriculum.members.map(({ environment }): [string, Progress] => {
      const top = tops.get(environment) ?? curriculum.definition.start;
      return [environment, { top, ...toCounts(counts.get(environment) ?? "0 0 0 0 0") }];
    });
    return {
      definition: curriculum.definition,
      draws: Number(draws),
      progress: new Map(progress),
      weights: new Map(curriculum.members.map((member) => [member.environment, member.weight])),
    };
  }

  async save(name: string, kept: Kept, mayReplace: boolean): Promise<boolean> {
    const { definition, draws, progress } = kept;
    const { start, min_samples, threshold, lower_below } = definition;
    const args = [Number(mayReplace), name, randomUUID(), toRecord(kept)];
    args.push(start, min_samples, threshold, lower_below ?? "", draws);
    for (const [environment, own] of progress) args.push(environment, own.top, formatCounts(own));
    // Repeated, it would be told of itself.
    return (await this.#run(scripts.SAVE, name, args, mayReplace)) === 1;
  }

  async remove(name: string): Promise<boolean> {
    this.#known.forget(name);
    return (await this.#run(scripts.REMOVE, name, [name], false)) === 1;
  }

  async take(name: string, count: number, group: string | null): Promise<Taken> {
    // At first one asks for all.
    await this.#known.getOrAsk(name);
    let before: Known | undefined;
    // Of what is known when they are sent: a repetition may come to another state of the store.
    const toArgs = () => {
      before = this.#known.get(name);
      const { revision = "", changes = "" } = before ?? {};
      const key = group === null ? "" : `g${group}`;
      return [revision, changes, count, key, this.#groupMs, MAX_REMEMBERED];
    };
    const reply = (await this.#run(scripts.TAKE, name, toArgs)) as string[];
    if (reply.length === 0) return this.#forget(name);
    const [revision, changes, first, record, packedTops] = reply;
    const tops = before && packedTops === "" ? before.tops : toTops(packedTops.split(" "));
    const curriculum = before && record === "" ? before.curriculum : await this.#read(name, record);
    this.#known.note(name, { curriculum, revision, tops, changes });
    const topOf = (environment: string) => tops.get(environment) ?? curriculum.definition.start;
    return { curriculum, first: Number(first), topOf };
  }

  async report(
    name: string,
    outcomes: readonly Outcome[],
    reportId: ReportId | null,
  ): Promise<Counted> {
    for (;;) {
      const { curriculum, revision } = await this.#known.getOrAsk(name);
      const refusals = outcomes.map((outcome) => findOutcomeRefusal(curriculum, outcome));
      const refused = refusals.findIndex((refusal) => refusal !== null);
      const args = [revision, reportId === null ? "" : `k${reportId.key}`, reportId?.number ?? 0];
      args.push(MAX_REMEMBERED, MAX_RISES, Number(refused >= 0));
      for (const outcome of refused < 0 ? outcomes : outcomes.slice(0, refused)) {
        const { environment, difficulty, samples, correct } = outcome;
        const mayRise = curriculum.memberOf.get(environment)?.has(difficulty + 1) === true;
        args.push(environment, difficulty, samples, correct, Number(mayRise));
      }
      const reply = await this.#run(scripts.REPORT, name, args, reportId !== null);
      const [what, ...particulars] = reply as string[];
      switch (what) {
        case "unknown":
          return this.#forget(name);
        case "stale":
          await this.#known.ask(name);
          continue;
        case "repeated":
          return { counted: false, rises: [] };
        case "above": {
          const [environment, difficulty, top] = particulars;
          return { refused: tellTop(environment, Number(difficulty), Number(top)) };
        }
        case "refused":
          return { refused: refusals[refused] ?? "" };
        default:
          return { counted: true, rises: particulars.map(toRise) };
      }
    }
  }

  async countFailures(name: string, environment: string, failures: number): Promise<void> {
    const args = [environment, failures];
    if ((await this.#run(scripts.COUNT_FAILURES, name, args, false)) !== 1) this.#forget(name);
  }

  async rises(name: string): Promise<readonly CurriculumRise[]> {
    const [exists, rises] = (await this.#run(scripts.GET_RISES, name, [])) as [number, string[]];
    return exists === 1 ? rises.map(toRise) : this.#forget(name);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  #run(
    script: scripts.Script,
    name: string,
    args: Args | (() => Args),
    mayRepeat = true,
  ): Promise<unknown> {
    const keys = scripts.keysOf(this.#prefix, name);
    const toArgs = typeof args === "function" ? args : () => args;
    return this.#connection.run(script, keys, toArgs, mayRepeat);
  }

  async #ask(name: string): Promise<Known> {
    const reply = (await this.#run(scripts.FIND, name, [])) as (string | null)[];
    const [revision, record, changes, packedTops] = reply;
    if (revision === null || record === null) return this.#forget(name);
    const tops = toTops((packedTops ?? "").split(" "));
    const curriculum = await this.#read(name, record);
    return { curriculum, revision, tops, changes: changes ?? "0" };
  }

  async #read(name: string, record: string): Promise<Curriculum> {
    const curriculum = await readRecord(record, this.#registry);
    if (typeof curriculum !== "string") return curriculum;
    const { title } = this.#connection;
    throw new StoreError(
      `The store ${title} has a curriculum ${name} that this server cannot draw: ${curriculum}`,
    );
  }

  #forget(name: string): never {
    this.#known.forget(name);
    throw new UnknownCurriculum(name);
  }
}
