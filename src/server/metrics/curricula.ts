import type { Curricula } from "../../curriculum/curricula.ts";
import type { CurriculumState } from "../../protocol/curricula.ts";
import { ProtocolError } from "../../protocol/errors.ts";
import { createLabels, type Metrics, type Series } from "./read-metric.ts";

/** Curricula are looked at, in the order of their names, until so many tops are listed. */
const MAX_TOPS = 2000;

/** A store that does not answer by then leaves its curricula out: the rest is not held up. */
const PATIENCE_MS = 1000;

interface Seen {
  readonly count: number;
  readonly states: readonly (readonly [name: string, CurriculumState])[];
}

const NONE: Seen = { count: 0, states: [] };

/** Where the curricula are: they are asked once for all metrics of a scrape. */
export function addCurriculumMetrics(
  { counter, gauge }: Metrics,
  curricula: Pick<Curricula, "names" | "state">,
): void {
  let seen: Promise<Seen> | undefined;
  const see = () => {
    seen ??= look(curricula).finally(() => {
      seen = undefined;
    });
    return seen;
  };
  gauge({ name: "rlvegym_curricula", help: "Curricula there are." }, async () => {
    return (await see()).count;
  });
  const byName = createLabels("curriculum");
  counter(
    {
      name: "rlvegym_curriculum_draws_total",
      help: "Draws of a curriculum; with a store that is shared, those of all servers.",
    },
    async () => {
      const { states } = await see();
      return states.map(([name, { draws }]) => ({ value: draws, labels: byName(name) }));
    },
  );
  const byEnvironment = createLabels("curriculum", "environment");
  gauge(
    {
      name: "rlvegym_curriculum_top",
      help: `The highest difficulty that a curriculum draws of an environment; of the first curricula, until ${MAX_TOPS} are listed.`,
    },
    async () => {
      const series: Series[] = [];
      for (const [name, { environments }] of (await see()).states) {
        for (const [environment, { top }] of Object.entries(environments)) {
          series.push({ value: top, labels: byEnvironment(name, environment) });
        }
      }
      return series;
    },
  );
}

async function look(curricula: Pick<Curricula, "names" | "state">): Promise<Seen> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<Seen>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, NONE);
  });
  try {
    return await Promise.race([ask(curricula), end]);
  } finally {
    clearTimeout(timer);
  }
}

async function ask(curricula: Pick<Curricula, "names" | "state">): Promise<Seen> {
  const names = await curricula.names();
  if (names instanceof ProtocolError) return NONE;
  const states: [string, CurriculumState][] = [];
  let tops = 0;
  for (const name of names) {
    const state = await curricula.state(name);
    // It may have been deleted meanwhile.
    if (state instanceof ProtocolError) continue;
    tops += Object.keys(state.environments).length;
    if (tops > MAX_TOPS) break;
    states.push([name, state]);
  }
  return { count: names.length, states };
}
