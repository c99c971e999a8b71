import type { Verdict } from "../api/problems.ts";
import { describeVerdict, formatFigure } from "./verdict.tsx";

/** A group's rewards side by side, with the advantages that GRPO makes of them. */
export function GroupRewards({ of: verdicts }: { of: readonly Verdict[] }) {
  const rewards = verdicts.flatMap(({ reward }) => (reward === null ? [] : [reward]));
  const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length;
  const variance = rewards.reduce((sum, reward) => sum + (reward - mean) ** 2, 0) / rewards.length;
  const deviation = Math.sqrt(variance);
  return (
    <table>
      <caption>
        Mean reward {formatFigure(mean)}, standard deviation {formatFigure(deviation)}
        {deviation === 0 && ": a group of equal rewards teaches nothing"}
      </caption>
      <thead>
        <tr>
          <th scope="col">Output</th>
          <th scope="col">Reward</th>
          <th scope="col">Advantage</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map((verdict, index) => (
          <tr>
            <th scope="row">{index + 1}</th>
            <td>{formatFigure(verdict.reward)}</td>
            <td>
              {formatFigure(
                verdict.reward === null || deviation === 0
                  ? null
                  : (verdict.reward - mean) / deviation,
              )}
            </td>
            <td>{describeVerdict(verdict)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
