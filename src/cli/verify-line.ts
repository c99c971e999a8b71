import { environments } from "../environments/registry.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import { createInProcessProblems } from "../problems/in-process.ts";
import type { Problem } from "../problems/problem.ts";
import type { Verified } from "../problems/problems.ts";
import { toMarkers } from "../problems/reading/markers.ts";
import { type Reading, type Rule, toReading } from "../problems/reading/reading.ts";
import { DEFAULT_MARKERS } from "../problems/verify.ts";
import { stringifyJson } from "../protocol/codecs/lossless.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { VerifiedColumns } from "../protocol/messages.ts";
import { toProblemError } from "../requests/batch.ts";
import { findClash, nameProblem, readId } from "../requests/name-problem.ts";
import { append, createColumns } from "../requests/verify.ts";
import { toMessage } from "../wording.ts";
import { type LineInput, parseLine, readFields } from "./line-input.ts";

/** How lines are verified. */
export interface LineOptions {
  /** Whether results say why an output did not earn reward 1. */
  readonly explain: boolean;
  /** How the outputs of lines are read that have no reading of their own. */
  readonly reading: Reading;
  /** The keys that a result has from its line, where they are there. */
  readonly keys: readonly string[];
}

/** A line of output, and why the line of input could not be verified. */
export interface LineResult {
  readonly text: string;
  readonly fault: string | null;
}

/** What verifies lines one by one, and says of one that was interrupted that it was. */
export interface LineVerifier {
  verify(line: string): LineResult;
  interrupted(line: string, seconds: number): LineResult;
}

/** A verifier of lines, which remembers the latest problems. */
export function createLineVerifier({ explain, reading, keys }: LineOptions): LineVerifier {
  const problems = createInProcessProblems({ registry: environments });

  function findProblem(input: LineInput): Outcome<Problem> | Failure {
    const target = nameTarget(input);
    if (target instanceof ProtocolError) return target;
    return "stored" in target ? problems.open(target) : problems.generate(target);
  }

  function verifyFields(input: LineInput, rule: Rule): Verified[] | ProtocolError | Failure {
    const problem = findProblem(input);
    if (problem instanceof ProtocolError || isFailure(problem)) return problem;
    return problems.verify(problem, input.outputs ?? [input.output ?? ""], rule);
  }

  function verifyObject(value: Record<string, unknown>): LineResult {
    const input = readFields(value);
    if (input instanceof ProtocolError) return toFault(value, input);
    const rule = {
      markers: toMarkers(input.answer_markers) ?? DEFAULT_MARKERS,
      reading: toReading(input.reading) ?? reading,
    };
    const results = verifyFields(input, rule);
    if (!Array.isArray(results)) return toFault(value, results);
    const failure = results.find(isFailure);
    if (failure !== undefined && input.outputs == null) return toFault(value, failure);
    const columns = createColumns({ explain, rule });
    append(columns, results, true);
    return {
      text: toText(value, input.outputs == null ? toSingle(columns) : columns),
      fault: failure?.message ?? null,
    };
  }

  function toText(value: object, result: object): string {
    const kept = Object.entries(value).filter(([key]) => keys.includes(key));
    return stringifyJson({ ...Object.fromEntries(kept), ...result });
  }

  function toFault(value: object, cause: ProtocolError | Failure): LineResult {
    const { error } = toProblemError(cause);
    return { text: toText(value, { error }), fault: error.message };
  }

  return {
    verify(line) {
      const value = parseLine(line);
      if (value instanceof ProtocolError) return toFault({}, value);
      try {
        return verifyObject(value);
      } catch (error) {
        // A bug, which costs one line and not the rest of millions.
        return toFault(value, { failure: "failed", message: toMessage(error) });
      }
    },

    interrupted(line, seconds) {
      const value = parseLine(line);
      const message = `The line takes longer than the ${seconds} s of --timeout.`;
      return toFault(value instanceof ProtocolError ? {} : value, { failure: "failed", message });
    },
  };
}

/** A problem id decides; what stands beside it may repeat, but not contradict it. */
function nameTarget(input: LineInput): ReturnType<typeof nameProblem> {
  if (input.problem_id == null) return nameProblem(input, environments);
  const target = readId(input.problem_id, environments);
  return target instanceof ProtocolError ? target : (findClash(input, target) ?? target);
}

/** The columns of a single output, each as its one value. */
function toSingle(columns: VerifiedColumns): object {
  return Object.fromEntries(Object.entries(columns).map(([key, values = []]) => [key, values[0]]));
}
