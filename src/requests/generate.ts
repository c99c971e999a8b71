import type { Drawn } from "../curriculum/curricula.ts";
import { createSlices, othersTurn } from "../event-loop.ts";
import { isFailure } from "../problems/failure.ts";
import { drawProblem } from "../problems/picture.ts";
import type { Problem } from "../problems/problem.ts";
import type { Caller } from "../problems/problems.ts";
import { toStored } from "../problems/stored.ts";
import { stringifyJson } from "../protocol/codecs/lossless.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { GenerateData, GeneratedData, GeneratedProblem } from "../protocol/messages.ts";
import { inGroups, type ProblemError, toProblemError, toReplyTooLarge } from "./batch.ts";
import type { RequestContext } from "./context.ts";
import { generateDrawn } from "./draw.ts";
import { findProblem } from "./find-problem.ts";
import { refuseExcess, refuseLargeBatch } from "./limits.ts";
import { type NamedProblem, nameReference, refuse } from "./name-problem.ts";

type Include = ReadonlySet<NonNullable<GenerateData["include"]>[number]>;

/** What to generate: of what a client may ask, or tasks. */
interface Generation extends GenerateData {
  /** Whether problems of a split may be of a higher difficulty, where there is none of theirs. */
  readonly mayRise?: boolean;
}

/**
 * Generates a batch of problems, with their answers only where the server gives these out.
 * @param caller on whose behalf; a request without a session is a caller of its own
 */
export async function generate(
  context: RequestContext,
  data: Generation,
  caller: Caller = data,
): Promise<Outcome<GeneratedData>> {
  const { exposeAnswers, limits } = context;
  const { maxMessageBytes: maxReplyBytes } = limits;
  const tooLarge = refuseExcess(data, limits);
  if (tooLarge) return tooLarge;
  const include: Include = new Set(data.include ?? []);
  if ((include.has("config") || include.has("reference_answer")) && !exposeAnswers) {
    return new ProtocolError(
      "VALIDATION_ERROR",
      "This server does not give out configs and reference answers: RLVEGYM_EXPOSE_ANSWERS is not set.",
    );
  }
  const asked = await listAsked(context, data);
  if (asked instanceof ProtocolError) return asked;
  const isSliceOver = createSlices();
  const generated: GeneratedData["problems"] = [];
  let replyBytes = 0;
  for (const group of inGroups(asked)) {
    if (replyBytes > maxReplyBytes) {
      const error = toReplyTooLarge(maxReplyBytes);
      generated.push(...group.map(({ named }) => ({ ...named, ...error })));
      continue;
    }
    // The problems of a group are generated side by side.
    const entries = await Promise.all(
      group.map((one) => generateAsked(context, one, data, include, caller)),
    );
    for (const [index, { named }] of group.entries()) {
      let entry: GeneratedProblem | ProblemError = entries[index];
      replyBytes += estimateBytes(entry, named);
      if (replyBytes > maxReplyBytes) entry = toReplyTooLarge(maxReplyBytes);
      generated.push("error" in entry ? { ...named, ...entry } : entry);
      if (isSliceOver()) await othersTurn();
    }
  }
  return { problems: generated };
}

/** One problem that is asked for: by its name, or as the draw of a curriculum. */
interface Asked {
  readonly named: NamedProblem;
  readonly drawn?: Drawn;
}

/** What is asked for: the problems that are named, or as many draws. */
async function listAsked(
  context: RequestContext,
  { problems, curriculum, count, group_ids: groups, split }: Generation,
): Promise<Outcome<Asked[]>> {
  const { curricula, limits } = context;
  if (curriculum == null) {
    if (count != null) return refuse("count", "count is for a curriculum: name one.");
    if (groups != null) return refuse("group_ids", "group_ids are for a curriculum: name one.");
    if (problems == null) return refuse("problems", "Give problems, or a curriculum and a count.");
    return problems.map((named) => ({ named }));
  }
  if (problems != null) return refuse("problems", "Give problems or a curriculum, not both.");
  if (split != null) return refuse("split", "The curriculum's definition says of which split.");
  if (groups != null) {
    if (count != null) return refuse("count", "Give count or group_ids, not both.");
    return listGroups(context, curriculum, groups);
  }
  if (count == null) return refuse("count", "Say how many problems the curriculum draws.");
  const tooMany = refuseLargeBatch(count, "problems in a batch", limits);
  if (tooMany) return tooMany;
  const draws = await curricula.draw(curriculum, count);
  if (draws instanceof ProtocolError) return draws;
  return draws.map((drawn) => ({ named: {}, drawn }));
}

/** A draw a group, which its other members get, too. */
async function listGroups(
  { curricula }: RequestContext,
  name: string,
  groups: readonly string[],
): Promise<Outcome<Asked[]>> {
  const draws = await Promise.all(groups.map((group) => curricula.draw(name, 1, group)));
  const asked: Asked[] = [];
  for (const draw of draws) {
    if (draw instanceof ProtocolError) return draw;
    asked.push({ named: {}, drawn: draw[0] });
  }
  return asked;
}

async function findAsked(
  context: RequestContext,
  { named, drawn }: Asked,
  { split, mayRise, curriculum }: Generation,
  caller?: Caller,
) {
  const { problems } = context;
  if (drawn !== undefined) return generateDrawn(context, curriculum ?? "", drawn, caller);
  const reference = nameReference(named, problems.registry);
  if (reference instanceof ProtocolError) return reference;
  // An id names a problem, whatever its split.
  const target =
    split == null || named.problem_id != null ? reference : { ...reference, split, mayRise };
  return findProblem(problems, target, caller);
}

async function generateAsked(
  context: RequestContext,
  asked: Asked,
  generation: Generation,
  include: Include,
  caller?: Caller,
): Promise<GeneratedProblem | ProblemError> {
  const { problems } = context;
  const problem = await findAsked(context, asked, generation, caller);
  if (problem instanceof ProtocolError || isFailure(problem)) return toProblemError(problem);
  const solution = include.has("reference_answer") ? await problems.solve(problem, caller) : null;
  if (solution !== null && isFailure(solution)) return toProblemError(solution);
  const picture = include.has("picture") ? drawProblem(problem) : null;
  if (picture !== null && isFailure(picture)) return toProblemError(picture);
  return {
    ...describe(problem),
    ...(include.has("config") && { config: toStored(problem) }),
    ...(solution !== null && { reference_answer: solution.answer }),
    ...(picture !== null && { picture }),
  };
}

function describe(problem: Problem): GeneratedProblem {
  return {
    problem_id: problem.id ?? "",
    environment: problem.environment.id,
    difficulty: problem.difficulty ?? 0,
    seed: problem.seed ?? 0,
    parameters: problem.parameters,
    split: problem.split,
    problem_input: problem.prompt,
  };
}

/** Beside texts: names of fields, numbers, punctuation. */
const ENTRY_BYTES = 256;

function estimateBytes(entry: GeneratedProblem | ProblemError, named: NamedProblem): number {
  if ("error" in entry) {
    const { problem_id, environment } = named;
    return ENTRY_BYTES + (problem_id?.length ?? 0) + (environment?.length ?? 0);
  }
  const { problem_input, parameters, config, reference_answer, picture } = entry;
  const answers =
    (config === undefined ? 0 : stringifyJson(config).length) + (reference_answer?.length ?? 0);
  const pictures = picture === undefined ? 0 : JSON.stringify(picture).length;
  return ENTRY_BYTES + problem_input.length + stringifyJson(parameters).length + answers + pictures;
}
