import type { RegisteredEnvironment } from "../../environments/registry.ts";
import { after } from "../../event-loop.ts";
import { isFailure } from "../../problems/failure.ts";
import type { Problems, Verified } from "../../problems/problems.ts";

/** What outputs of one environment came to. */
export interface VerificationCount {
  right: number;
  wrong: number;
  malformed: number;
  /** Verification itself failed. */
  failed: number;
  /** Sums of the rewards above and below 0, without their signs: sums that only grow. */
  gained: number;
  lost: number;
}

/** What outputs came to, by environment. */
export class VerificationCounts {
  readonly #rows = new Map<RegisteredEnvironment, VerificationCount>();

  note(environment: RegisteredEnvironment, results: readonly Verified[]): void {
    const row = this.#rows.get(environment) ?? this.#begin(environment);
    for (const result of results) {
      if (isFailure(result)) {
        row.failed++;
        continue;
      }
      const { reward } = result;
      if (result.accuracy === 1) row.right++;
      else if (result.format_score === 1) row.wrong++;
      else row.malformed++;
      if (reward > 0) row.gained += reward;
      else row.lost -= reward;
    }
  }

  *rows(): Generator<readonly [id: string, VerificationCount]> {
    for (const [{ id }, row] of this.#rows) yield [id, row];
  }

  #begin(environment: RegisteredEnvironment): VerificationCount {
    const row = { right: 0, wrong: 0, malformed: 0, failed: 0, gained: 0, lost: 0 };
    this.#rows.set(environment, row);
    return row;
  }
}

/** The same problems, with a note taken of what each verification comes to, whoever asks for it. */
export function countVerifications(
  problems: Omit<Problems, "close">,
  counts: VerificationCounts,
): Omit<Problems, "close"> {
  return {
    registry: problems.registry,
    cached: (reference) => problems.cached(reference),
    generate: (reference, caller) => problems.generate(reference, caller),
    open: (target, caller) => problems.open(target, caller),
    solve: (problem, caller) => problems.solve(problem, caller),
    verify: (problem, outputs, rule, caller) =>
      after(problems.verify(problem, outputs, rule, caller), (results) => {
        counts.note(problem.environment, results);
        return results;
      }),
  };
}
