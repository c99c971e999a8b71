import { randomUUID } from "node:crypto";
import { after, type MaybePromise } from "../event-loop.ts";
import { isFailure } from "../problems/failure.ts";
import { toMarkers } from "../problems/reading/markers.ts";
import { toReading } from "../problems/reading/reading.ts";
import { followingSeed } from "../problems/reference.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import { MAX_IGNORED_NAMED } from "../protocol/limits.ts";
import { type ObservationData, ResetData } from "../protocol/messages.ts";
import type { Reset } from "../session/reset.ts";
import type { Session } from "../session/session.ts";
import type { Settings } from "../session/settings.ts";
import { shortenName } from "../wording.ts";
import type { RequestContext } from "./context.ts";
import { drawProblem } from "./draw.ts";
import { findProblem, refuseConfig } from "./find-problem.ts";
import { nameDraw, namesSplit, namesTask, readCurriculum, readSplit } from "./name-problem.ts";

/** Starts an episode with the problem that the data name, or with a draw. An error changes nothing. */
export function reset(
  context: RequestContext,
  data: ResetData,
  session: Session,
): MaybePromise<Outcome<ObservationData>> {
  const { problems } = context;
  const curriculum = readCurriculum(data, session.settings.curriculum);
  if (curriculum instanceof ProtocolError) return curriculum;
  const split = readSplit(data, session.settings.split);
  if (split instanceof ProtocolError) return split;
  const settings = {
    ...changeSettings(session.settings, data),
    split,
    curriculum: curriculum.kept,
  };
  const { nextSeed } = session;
  const episodeId = data.episode_id ?? null;
  const ignored = findIgnored(data);
  if (curriculum.draws) {
    const planned = { settings, nextSeed, target: null, episodeId, ignored };
    return resetDrawn(context, curriculum.kept, data.group_id ?? null, planned, session);
  }
  const draw = nameDraw(data, { ...settings, nextSeed }, problems.registry);
  if (draw instanceof ProtocolError) return draw;
  const { target, isCounted } = draw;
  return after(findProblem(problems, target, session), (problem) => {
    const isStored = "stored" in target;
    if (isStored && isFailure(problem)) return refuseConfig(problem);
    // Behind the problem that was found, which may have passed over others.
    const seed = isStored ? null : ((isFailure(problem) ? null : problem.seed) ?? target.seed);
    const next = isCounted && seed !== null ? followingSeed(seed) : nextSeed;
    // Written out: an object that is spread and then grows has a shape of its own, each time.
    const begun = { settings, nextSeed: next, target, episodeId, reportKey: null, ignored };
    return session.begin(begun, problem);
  });
}

/** Starts an episode with a problem that a curriculum draws. */
async function resetDrawn(
  context: RequestContext,
  name: string,
  group: string | null,
  planned: Omit<Reset, "reportKey">,
  session: Session,
): Promise<Outcome<ObservationData>> {
  const problem = await drawProblem(context, name, group, session);
  if (problem instanceof ProtocolError) return problem;
  const reportKey = isFailure(problem) ? null : randomUUID();
  return session.begin({ ...planned, reportKey }, problem);
}

function changeSettings(settings: Settings, data: ResetData): Settings {
  return {
    ...settings,
    environment: data.environment ?? settings.environment,
    difficulty: data.difficulty ?? settings.difficulty,
    markers: toMarkers(data.answer_markers) ?? settings.markers,
    reading: toReading(data.reading) ?? settings.reading,
    explain: data.explain ?? settings.explain,
  };
}

/** The first keys that mean nothing here; how many more there are stands behind them. */
function findIgnored(data: ResetData): string[] {
  const isTask = namesTask(data);
  const isUsed = (key: string) => {
    if (key === "split") return isTask || namesSplit(data);
    return key === "index" ? isTask : key in ResetData.shape;
  };
  const ignored = Object.keys(data).filter((key) => !isUsed(key));
  const named = ignored.slice(0, MAX_IGNORED_NAMED).map(shortenName);
  const more = ignored.length - named.length;
  return more === 0 ? named : [...named, `… and ${more} more`];
}
