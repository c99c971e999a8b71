import { createLabels, type Metrics, type Series } from "./read-metric.ts";
import type { VerificationCounts } from "./verification-counts.ts";

const VERDICTS = ["right", "wrong", "malformed", "failed"] as const;

/** Accuracy and rewards by environment: of those of which an output was verified. */
export function addVerificationMetrics(
  { counter }: Metrics,
  verifications: VerificationCounts,
): void {
  const byVerdict = createLabels("environment", "verdict");
  counter(
    {
      name: "rlvegym_verifications_total",
      help: "Outputs that were verified (steps, batches, tools), by environment and verdict: right (accuracy 1), wrong, malformed (no answer, or not of its form), failed (verification itself). Accuracy is right / (right + wrong + malformed).",
    },
    function* (): Generator<Series> {
      for (const [id, row] of verifications.rows()) {
        for (const verdict of VERDICTS) {
          yield { value: row[verdict], labels: byVerdict(id, verdict) };
        }
      }
    },
  );
  const bySign = createLabels("environment", "sign");
  counter(
    {
      name: "rlvegym_rewards_total",
      help: "Sum of the rewards of verified outputs without their signs, by environment and sign, so that both sums only grow. The mean reward is (positive - negative) / (right + wrong + malformed verifications).",
    },
    function* (): Generator<Series> {
      for (const [id, { gained, lost }] of verifications.rows()) {
        yield { value: gained, labels: bySign(id, "positive") };
        yield { value: lost, labels: bySign(id, "negative") };
      }
    },
  );
}
