import type { Outcome as LevelOutcome } from "../curriculum/rule.ts";
import type { ReportId } from "../curriculum/store.ts";
import type { Problem } from "../problems/problem.ts";
import type { ReportedData } from "../protocol/curricula.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { VerifiedColumns } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import type { RequestContext } from "./context.ts";
import { isUnnamed, type NamedProblem, nameProblem, refuse } from "./name-problem.ts";

/** What the outputs of a batch came to, level by level, for the curriculum that is told of it. */
export class Reporting {
  readonly #curriculum: string;
  readonly #outcomes = new Map<string, LevelOutcome>();

  constructor(curriculum: string) {
    this.#curriculum = curriculum;
  }

  /**
   * The error of a batch with a problem that the curriculum cannot have drawn, before anything is
   * verified. What names no problem at all gets its own error later.
   */
  async refuse(
    { problems: { registry }, curricula }: RequestContext,
    problems: readonly NamedProblem[],
    session: Session | null,
  ): Promise<ProtocolError | null> {
    const references = [];
    for (const named of problems) {
      const target = isUnnamed(named) ? toReference(session) : nameProblem(named, registry);
      if (target === null || target instanceof ProtocolError) continue;
      if ("stored" in target) {
        return refuse("problems", "A stored problem is none that a curriculum has drawn.");
      }
      references.push(target);
    }
    return curricula.refuse(this.#curriculum, references);
  }

  /** Adds what outputs of a problem came to; those whose verification failed count nowhere. */
  add({ environment, difficulty }: Problem, { accuracy }: VerifiedColumns): void {
    if (difficulty === null) return;
    const verified = accuracy.filter((value) => value !== null);
    if (verified.length === 0) return;
    const key = `${environment.id}/${difficulty}`;
    const before = this.#outcomes.get(key) ?? { samples: 0, correct: 0 };
    this.#outcomes.set(key, {
      environment: environment.id,
      difficulty,
      samples: before.samples + verified.length,
      correct: before.correct + verified.reduce((sum, value) => sum + value, 0),
    });
  }

  report(
    { curricula }: RequestContext,
    reportId: ReportId | null,
  ): Promise<Outcome<ReportedData>> | Outcome<ReportedData> {
    return curricula.report(this.#curriculum, [...this.#outcomes.values()], reportId);
  }
}

/** The session's current problem, as a curriculum may have drawn it. */
function toReference(session: Session | null) {
  const problem = session?.problem ?? null;
  if (problem === null || problem.difficulty === null) return null;
  return { environment: problem.environment.id, difficulty: problem.difficulty };
}
