import { useState } from "preact/hooks";
import { toHash } from "../address.ts";
import { type Curriculum, getCurriculum, listCurricula } from "../api/curricula.ts";
import { useLoading } from "../api/loading.ts";
import { usePolling } from "../api/polling.ts";
import { CopyAs } from "../parts/copy-as.tsx";
import { LinePlot } from "../parts/line-plot.tsx";
import { Notice } from "../parts/notice.tsx";
import { Pause } from "../parts/pause.tsx";
import { Standings } from "../parts/standings.tsx";
import { toCurriculumSnippets, toGetSnippets } from "../snippets.ts";

const POLLING = { everyMs: 3000, kept: 200 };

/** All curricula, and one of them as it goes. */
export function CurriculaView({ name }: { name: string }) {
  const names = useLoading("curricula", listCurricula);
  return (
    <>
      <h1>Curricula</h1>
      <p class="lead">Problems whose difficulty rises as the measured accuracy does.</p>
      <Notice of={names} />
      {names.value?.length === 0 && (
        <p>
          There is none yet. <code>PUT /curricula/main</code> makes one, or{" "}
          <code>serve --curriculum main=file.json</code>.
        </p>
      )}
      <ul class="row plain-list">
        {names.value?.map((one) => (
          <li>
            <a href={toHash("curricula", one)} aria-current={one === name ? "true" : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
      {name === "" && names.value && <CopyAs snippets={toGetSnippets("curricula", names.value)} />}
      {name !== "" && <OneCurriculum key={name} name={name} />}
    </>
  );
}

function OneCurriculum({ name }: { name: string }) {
  const [isPaused, setPaused] = useState(false);
  const { values, fault } = usePolling(name, async () => toMoment(await getCurriculum(name)), {
    ...POLLING,
    isPaused,
  });
  const latest = values.at(-1);
  const over = (toValue: (moment: Moment) => number) =>
    values.map((moment) => [moment.time, toValue(moment)] as const);
  return (
    <section aria-labelledby="curriculum">
      <h2 id="curriculum">{name}</h2>
      <Pause isPaused={isPaused} onPause={setPaused} />
      <Notice of={{ ...(latest && { value: latest }), ...(fault !== undefined && { fault }) }} />
      {latest && (
        <>
          <p>
            {latest.curriculum.draws.toLocaleString("en")} problems drawn,{" "}
            {latest.samples.toLocaleString("en")} outputs verified
          </p>
          <div class="plots">
            <LinePlot title="Mean top level" points={over((one) => one.meanTop)} across="time" />
            <LinePlot
              title="Accuracy of all outputs"
              points={over((one) => one.accuracy)}
              across="time"
              range={[0, 1]}
            />
            <LinePlot title="Outputs" points={over((one) => one.samples)} across="time" />
          </div>
          <Standings of={latest.curriculum} />
          <CopyAs snippets={toCurriculumSnippets(name, latest.curriculum)} />
        </>
      )}
    </section>
  );
}

/** A curriculum at a time, in seconds; only the figures of earlier ones are plotted. */
interface Moment {
  readonly time: number;
  readonly curriculum: Curriculum;
  readonly meanTop: number;
  readonly samples: number;
  readonly accuracy: number;
}

function toMoment(curriculum: Curriculum): Moment {
  const all = Object.values(curriculum.environments);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const samples = sum(all.map((one) => one.total_samples));
  const correct = sum(all.map((one) => one.total_correct));
  return {
    time: performance.now() / 1000,
    curriculum,
    meanTop: sum(all.map((one) => one.top)) / Math.max(all.length, 1),
    samples,
    accuracy: correct / Math.max(samples, 1),
  };
}
