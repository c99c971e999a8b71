/**
 * `npx tsx scripts/count-readings.ts`: how many right answers of the tests' loop a dress spoils when
 * they are read strictly, and how many a lenient reading finds again; and how many wrong ones gain.
 */
import { environments } from "../src/environments/registry.ts";
import { rightAnswers, wrongAnswers } from "../test/environments/dressed-answers.ts";

interface Counts {
  readonly environments: Set<string>;
  answers: number;
  spoilt: number;
  /** Of those that are spoilt. */
  found: number;
  /** Right answers that earn less, and wrong ones that earn more, when read leniently. */
  lost: number;
  wrong: number;
  gained: number;
}

const byDress = new Map<string, Counts>();

function countsOf(dress: string): Counts {
  const none = { answers: 0, spoilt: 0, found: 0, lost: 0, wrong: 0, gained: 0 };
  const counts = byDress.get(dress) ?? { environments: new Set(), ...none };
  byDress.set(dress, counts);
  return counts;
}

for (const environment of environments.values()) {
  for (const { dress, bare, strict, lenient } of rightAnswers(environment)) {
    const counts = countsOf(dress);
    counts.environments.add(environment.id);
    counts.answers++;
    if (strict.reward < bare.reward) counts.spoilt++;
    if (strict.reward < bare.reward && lenient.reward === bare.reward) counts.found++;
    if (lenient.reward < bare.reward) counts.lost++;
  }
  for (const { dress, bare, strict, lenient } of wrongAnswers(environment)) {
    const counts = countsOf(dress);
    counts.wrong++;
    if (lenient.reward > Math.max(bare.reward, strict.reward)) counts.gained++;
  }
}

const rows = [...byDress].map(([dress, { environments: worn, ...counts }]) => ({
  dress,
  environments: worn.size,
  ...counts,
}));
const sum = (key: "answers" | "spoilt" | "found" | "lost" | "wrong" | "gained") =>
  rows.reduce((total, row) => total + row[key], 0);
console.table(rows);
console.log(
  `${environments.size} environments, ${rows.length - 1} dresses: ${sum("answers")} right answers, of which strict reading loses ${sum("spoilt")} and lenient reading finds ${sum("found")} again and loses ${sum("lost")}; of ${sum("wrong")} wrong ones ${sum("gained")} gain`,
);
