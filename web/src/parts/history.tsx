import { signal } from "@preact/signals";
import { toHash } from "../address.ts";
import type { Verdict } from "../api/problems.ts";
import { describeVerdict, formatFigure } from "./verdict.tsx";

interface Attempt {
  readonly id: string;
  readonly answer: string;
  readonly verdict: Verdict;
}

const MAX_KEPT = 50;
const SHOWN_CHARACTERS = 80;

/** The latest first; gone with the tab. */
const attempts = signal<readonly Attempt[]>([]);

export function remember(attempt: Attempt): void {
  const shown = { ...attempt, answer: attempt.answer.slice(0, SHOWN_CHARACTERS) };
  attempts.value = [shown, ...attempts.value].slice(0, MAX_KEPT);
}

/** What was answered in this tab, and what it earned. */
export function History() {
  if (attempts.value.length === 0) return null;
  const right = attempts.value.filter(({ verdict }) => verdict.accuracy === 1).length;
  return (
    <details class="history">
      <summary>
        History: {right} of {attempts.value.length} right
      </summary>
      <ol>
        {attempts.value.map(({ id, answer, verdict }) => (
          <li>
            {describeVerdict(verdict)} ({formatFigure(verdict.reward)}):{" "}
            <a href={toHash("problem", id)}>{id}</a> <code>{answer}</code>
          </li>
        ))}
      </ol>
    </details>
  );
}
