import { afterAll, test } from "vitest";
import type { JsonObject } from "../../src/environments/environment.ts";
import { environments, type RegisteredEnvironment } from "../../src/environments/registry.ts";
import { bounded, isInterruption } from "../../src/problems/bounded.ts";
import { isFailure } from "../../src/problems/failure.ts";
import { generateProblem, type Problem } from "../../src/problems/problem.ts";
import { toReferenceAnswer } from "../../src/problems/reference-answer.ts";
import { fromStored } from "../../src/problems/stored.ts";
import { verifyOutput } from "../../src/problems/verify.ts";
import { parseJson, stringifyJson } from "../../src/protocol/codecs/lossless.ts";
import { readVectors } from "../vectors.ts";
import { type Contradiction, contradictionsOf } from "./contradictions.ts";

const OWN_LEVELS = [0, 2, 5];
const RECORDED = 4;
/** Only an endless or exponential computation takes so long, on the slowest machine. */
const BOUND_MS = 5_000;
const SHOWN_FAULTS = 12;

const counts = { environments: 0, mutations: 0, refused: 0, worked: 0, faults: 0 };

for (const environment of environments.values()) {
  test(`${environment.id}: what contradicts itself is refused with its path, or works`, () => {
    counts.environments++;
    const faults = new Map<string, string>();
    for (const [label, instance] of instancesOf(environment)) {
      const problem = toAccepted(environment, label, instance);
      const answers = answersTo(problem);
      for (const contradiction of contradictionsOf(instance, Object.keys(problem.parameters))) {
        counts.mutations++;
        const outcome = outcomeOf(environment, contradiction, answers);
        if (typeof outcome === "string") {
          counts[outcome]++;
          continue;
        }
        counts.faults++;
        // Once for elements of one field and instances of all sizes.
        const kind = contradiction.change.replaceAll(/\.\d+/g, ".…");
        if (!faults.has(kind))
          faults.set(kind, `${label}, ${contradiction.change}: ${outcome.fault}`);
        if (outcome.fault.includes(INTERRUPTED)) return report(faults);
      }
    }
    report(faults);
  });
}

/** @throws an Error that names the faults, the first few of them */
function report(faults: ReadonlyMap<string, string>): void {
  if (faults.size === 0) return;
  const shown = [...faults.values()].slice(0, SHOWN_FAULTS).join("\n  ");
  throw new Error(`${faults.size} kinds of fault, of which\n  ${shown}\n`);
}

// Whoever wants the counts asks for them: CONTRADICTION_COUNTS=1 npx vitest run …
afterAll(() => {
  if (process.env.CONTRADICTION_COUNTS === undefined) return;
  const words = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  process.stdout.write(`contradictions: ${words.join(", ")}\n`);
});

/** Recorded instances, evenly over the recorded levels, and own ones, in their JSON form. */
function* instancesOf(environment: RegisteredEnvironment): Generator<[string, JsonObject]> {
  const vectors = readVectors(environment.id);
  const stride = Math.max(1, Math.floor(vectors.length / RECORDED));
  for (let at = 0; at < Math.min(vectors.length, RECORDED * stride); at += stride) {
    const { level, seed, parameter } = vectors[at];
    yield [`recorded level ${level} seed ${seed}`, parameter];
  }
  for (const level of OWN_LEVELS) {
    const { id, instance } = generateProblem(environment, level, 1);
    yield [String(id), parseJson(stringifyJson(instance)) as JsonObject];
  }
}

function toAccepted(
  environment: RegisteredEnvironment,
  label: string,
  parameter: JsonObject,
): Problem {
  const problem = fromStored(environment, { parameter });
  if (isFailure(problem)) throw new Error(`${label} is refused: ${problem.message}`);
  return problem;
}

/** Answers to a problem, right and wrong, which its contradictions must score. */
function answersTo(problem: Problem): string[] {
  const afterLastColon = problem.prompt.slice(problem.prompt.lastIndexOf(":") + 1);
  return [
    problem.environment.solve(problem.instance),
    toReferenceAnswer(problem),
    afterLastColon,
    "",
    "0",
    "-1",
  ];
}

const INTERRUPTED = "took too long";

type Outcome = "refused" | "worked" | { readonly fault: string };

/** What becomes of an instance that may contradict itself. */
function outcomeOf(
  environment: RegisteredEnvironment,
  { parameter }: Contradiction,
  answers: readonly string[],
): Outcome {
  let doing = "schema and prompt";
  try {
    return bounded(BOUND_MS, () => {
      const problem = fromStored(environment, { parameter });
      if (isFailure(problem)) {
        const hasPath = /: parameter\.[^:\s]+: /.test(problem.message);
        return hasPath ? "refused" : { fault: `refused without a path: ${problem.message}` };
      }
      const odd = /\b(?:undefined|NaN)\b|\[object /.exec(problem.prompt);
      if (odd !== null) return { fault: `the prompt holds ${odd[0]}` };
      if (!Number.isFinite(problem.passingThreshold)) {
        return { fault: `the passing threshold is ${problem.passingThreshold}` };
      }
      for (const answer of answers) {
        doing = `score of ${JSON.stringify(answer.slice(0, 40))}`;
        verifyOutput(problem, `<answer>${answer}</answer>`);
      }
      doing = "solve";
      solveOrSayWhyNot(problem);
      return "worked";
    });
  } catch (error) {
    const what = isInterruption(error) ? `${INTERRUPTED}, so the rest is untried` : String(error);
    return { fault: `${doing}: ${what}` };
  }
}

/** That a problem has a solution is not the schema's to say, but `solve` must end, and may say so. */
function solveOrSayWhyNot({ environment, instance }: Problem): void {
  try {
    environment.solve(instance);
  } catch (error) {
    const isSaid = error instanceof Error && error.constructor === Error;
    if (!isSaid) throw error;
  }
}
