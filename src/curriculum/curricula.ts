import { createHash } from "node:crypto";
import type { Registry } from "../environments/registry.ts";
import { after, createSlices, type MaybePromise, othersTurn } from "../event-loop.ts";
import { isFailure } from "../problems/failure.ts";
import type { ProblemReference } from "../problems/reference.ts";
import type { Split } from "../problems/split.ts";
import type {
  CurriculumDefinition,
  CurriculumRise,
  CurriculumState,
  ReportedData,
} from "../protocol/curricula.ts";
import { ProtocolError, type Outcome as Result } from "../protocol/errors.ts";
import { quote } from "../wording.ts";
import { type Curriculum, findCurriculum } from "./curriculum.ts";
import { attempt, refuse } from "./refusals.ts";
import { toRestored } from "./restored.ts";
import { begin, draw, findRefusal, type Outcome } from "./rule.ts";
import { toKept, toState } from "./state.ts";
import { type Kept, type ReportId, type Store, UnknownCurriculum } from "./store.ts";

/** Each may take 10 MB with the groups and reports that it remembers. */
const MAX_CURRICULA = 64;

/** Names of groups are kept as they are up to this length. */
const MAX_GROUP_LENGTH = 64;

/** A draw of a curriculum: references of which each further one is for when the one before fails. */
export interface Drawn {
  readonly references: Generator<ProblemReference, never>;
  readonly split: Split | null;
}

/** The curricula of a server, whatever keeps them: what is wrong with a request is an error of the protocol. */
export class Curricula {
  readonly #store: Store;
  readonly #registry: Registry;

  constructor(store: Store, registry: Registry) {
    this.#store = store;
    this.#registry = registry;
  }

  names(): MaybePromise<Result<readonly string[]>> {
    return attempt(() => after(this.#store.names(), (names) => [...names].sort()));
  }

  state(name: string): MaybePromise<Result<CurriculumState>> {
    return attempt(() => after(this.#store.load(name), (kept) => toState(name, kept)));
  }

  /** The changes of tops, oldest first. */
  history(name: string): MaybePromise<Result<readonly CurriculumRise[]>> {
    return attempt(() => this.#store.rises(name));
  }

  /** Makes a curriculum of a definition. One that is there with the same definition stays as it is. */
  async create(
    name: string,
    definition: CurriculumDefinition,
    mayReplace: boolean,
  ): Promise<Result<CurriculumState>> {
    const curriculum = await findCurriculum(definition, this.#registry);
    if (isFailure(curriculum)) return refuse("environments", curriculum.message);
    const progress = new Map(curriculum.members.map((m) => [m.environment, begin(curriculum)]));
    return this.#save(name, { ...toKept(curriculum), draws: 0, progress }, mayReplace, true);
  }

  /** Makes a curriculum what another was when it said this state. */
  async restore(
    name: string,
    state: CurriculumState,
    mayReplace: boolean,
  ): Promise<Result<CurriculumState>> {
    const restored = await toRestored(state, this.#registry);
    if (restored instanceof ProtocolError) return restored;
    return this.#save(name, restored, mayReplace, false);
  }

  async remove(name: string): Promise<Result<null>> {
    return attempt(async () => {
      if (!(await this.#store.remove(name))) throw new UnknownCurriculum(name);
      return null;
    });
  }

  /** Draws; the members of a group get one draw. */
  draw(name: string, count: number, group: string | null = null): MaybePromise<Result<Drawn[]>> {
    return attempt(() =>
      after(this.#store.take(name, count, group && toGroupKey(group)), (taken) => {
        const { curriculum, first, topOf } = taken;
        const { split } = curriculum.definition;
        return Array.from({ length: count }, (_, index) => ({
          references: draw(curriculum, first + index, topOf),
          split: split === "all" ? null : split,
        }));
      }),
    );
  }

  /** The error of a problem that a curriculum cannot have drawn, before any work is done for it. */
  async refuse(
    name: string,
    named: readonly Pick<ProblemReference, "environment" | "difficulty">[],
  ): Promise<ProtocolError | null> {
    return attempt(async () => {
      const known = await this.#store.find(name);
      if ((await findFirstRefusal(known, named)) === null) return null;
      const message = await findFirstRefusal(await this.#store.find(name, true), named);
      return message === null ? null : refuse("curriculum", message);
    });
  }

  /** Counts outcomes of levels that were looked at by `refuse`, all or none; those of a report id that was counted before are not. */
  report(
    name: string,
    outcomes: readonly Outcome[],
    reportId: ReportId | null,
  ): MaybePromise<Result<ReportedData>> {
    return attempt(() =>
      after(this.#store.report(name, outcomes, reportId), (counted) =>
        "refused" in counted
          ? refuse("curriculum", counted.refused)
          : { counted: counted.counted, rises: [...counted.rises] },
      ),
    );
  }

  /** Counts draws whose generation failed, for those who look at the state. */
  countFailures(name: string, environment: string, failures: number): MaybePromise<Result<null>> {
    return attempt(() => after(this.#store.countFailures(name, environment, failures), () => null));
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async #save(
    name: string,
    kept: Kept,
    mayReplace: boolean,
    mayBeSame: boolean,
  ): Promise<Result<CurriculumState>> {
    return attempt(async () => {
      // In one turn, where the store is at hand.
      const isSaved = await after(this.#store.names(), (names) =>
        names.length < MAX_CURRICULA || names.includes(name)
          ? this.#store.save(name, kept, mayReplace)
          : null,
      );
      if (isSaved === null) {
        const message = `There are ${MAX_CURRICULA} curricula, as many as there may be: delete one first.`;
        return new ProtocolError("VALIDATION_ERROR", message, {}, 409);
      }
      if (isSaved) return toState(name, kept);
      const existing = await this.#store.load(name);
      const isSame = JSON.stringify(existing.definition) === JSON.stringify(kept.definition);
      if (isSame && mayBeSame) return toState(name, existing);
      const what = isSame ? "draws and reports already" : "another definition";
      return new ProtocolError(
        "VALIDATION_ERROR",
        `There is a curriculum ${quote(name)} with ${what}: replace it by ?replace=true, or choose another name.`,
        {},
        409,
      );
    });
  }
}

async function findFirstRefusal(
  curriculum: Curriculum,
  named: readonly Pick<ProblemReference, "environment" | "difficulty">[],
): Promise<string | null> {
  const isSliceOver = createSlices();
  for (const { environment, difficulty } of named) {
    const message = findRefusal(curriculum, environment, difficulty);
    if (message !== null) return message;
    if (isSliceOver()) await othersTurn();
  }
  return null;
}

/** A group's name may be as long as a message. */
function toGroupKey(group: string): string {
  if (group.length <= MAX_GROUP_LENGTH) return group;
  return createHash("sha256").update(group).digest("hex");
}
