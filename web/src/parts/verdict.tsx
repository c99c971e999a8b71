import type { Verdict } from "../api/problems.ts";

/** What an output earned: told by a sign and a word, too, not by colour alone. */
export function VerdictCard({ of: verdict }: { of: Verdict }) {
  const kind = toKind(verdict);
  return (
    <div class={`verdict ${kind}`} role="status">
      <p class="outcome">
        <span aria-hidden="true">{SIGNS[kind]}</span> {WORDS[kind]}
      </p>
      <dl class="figures">
        <Figure name="reward" value={verdict.reward} />
        <Figure name="accuracy" value={verdict.accuracy} />
        <Figure name="format score" value={verdict.format_score} />
      </dl>
      {verdict.reason !== null && <p class="reason">{verdict.reason}</p>}
      {verdict.reading !== null && <p class="quiet">{verdict.reading}</p>}
    </div>
  );
}

function Figure({ name, value }: { name: string; value: number | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formatFigure(value)}</dd>
    </div>
  );
}

type Kind = "right" | "partial" | "wrong" | "malformed" | "failed";

const SIGNS: Record<Kind, string> = {
  right: "✓",
  partial: "◐",
  wrong: "✗",
  malformed: "⊘",
  failed: "!",
};

const WORDS: Record<Kind, string> = {
  right: "Right",
  partial: "Partly right",
  wrong: "Wrong",
  malformed: "Not a valid answer",
  failed: "The verification itself failed",
};

function toKind({ reward, accuracy, format_score }: Verdict): Kind {
  if (reward === null) return "failed";
  if (accuracy === 1) return "right";
  if (format_score === 0) return "malformed";
  return reward > 0 ? "partial" : "wrong";
}

export function describeVerdict(verdict: Verdict): string {
  const kind = toKind(verdict);
  return `${SIGNS[kind]} ${WORDS[kind]}`;
}

/** At most four significant digits behind the point, with a true minus. */
export function formatFigure(value: number | null): string {
  if (value === null) return "none";
  return Number(value.toFixed(4)).toString().replace("-", "−");
}
