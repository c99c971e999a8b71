import { describe, expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { type DressedAnswer, rightAnswers, wrongAnswers } from "./dressed-answers.ts";

const name = ({ problem, dress, text }: DressedAnswer) =>
  `${problem.id}, ${dress}: ${text.slice(0, 200)}`;

describe.for([...environments.values()])("$id", (environment) => {
  test(`${environment.id}: a right answer earns as much in any dress, when read leniently`, () => {
    let count = 0;
    for (const answer of rightAnswers(environment)) {
      const { reward, accuracy } = answer.bare;
      expect(answer.lenient, name(answer)).toMatchObject({ reward, accuracy, format_score: 1 });
      count++;
    }
    expect(count).toBeGreaterThan(0);
  });

  test(`${environment.id}: no wrong answer gains by its dress`, () => {
    for (const answer of wrongAnswers(environment)) {
      const most = Math.max(answer.bare.reward, answer.strict.reward);
      expect(answer.lenient.reward, name(answer)).toBeLessThanOrEqual(most);
    }
  });
});
