import { useState } from "preact/hooks";
import { toHash } from "../address.ts";
import { useLoading } from "../api/loading.ts";
import { generate, getEnvironment } from "../api/problems.ts";
import { CopyAs } from "../parts/copy-as.tsx";
import { LevelAndSeed } from "../parts/level-and-seed.tsx";
import { Notice } from "../parts/notice.tsx";
import { Prompt } from "../parts/prompt.tsx";
import { QualityPlots } from "../parts/quality-plots.tsx";
import { toProblemSnippets } from "../snippets.ts";

/** All there is to know of one environment. */
export function EnvironmentView({ id }: { id: string }) {
  const [difficulty, setDifficulty] = useState(0);
  const [seed, setSeed] = useState(0);
  const details = useLoading(id, () => getEnvironment(id));
  const problem = useLoading(`${id} ${difficulty} ${seed}`, () =>
    generate({ environment: id, difficulty, seed }, ["picture"]),
  );
  const { value: environment } = details;
  if (environment === undefined) return <Notice of={details} />;
  return (
    <>
      <p>
        <a href={toHash("gallery")}>All environments</a>
      </p>
      <h1>{environment.title}</h1>
      <p class="lead">{environment.summary}</p>
      <dl class="facts">
        <dt>Identifier</dt>
        <dd>
          <code>{environment.id}</code>, version {environment.version}, family {environment.family}
        </dd>
        <dt>Answer form</dt>
        <dd>{environment.answer_form}</dd>
        <dt>Reward</dt>
        <dd>{environment.reward}</dd>
        <dt>Parameters</dt>
        <dd>
          <Levels of={environment.levels} />
        </dd>
      </dl>
      <h2>A problem</h2>
      <LevelAndSeed {...{ difficulty, seed, setDifficulty, setSeed }} />
      <Notice of={problem} />
      {problem.value && (
        <>
          <Prompt of={problem.value} />
          <p>
            <a class="button" href={toHash("problem", problem.value.problem_id)}>
              Play this problem
            </a>
          </p>
          <CopyAs snippets={toProblemSnippets(problem.value)} />
        </>
      )}
      {environment.quality && <QualityPlots of={environment.quality} />}
    </>
  );
}

function Levels({ of: levels }: { of: readonly (readonly Record<string, unknown>[])[] }) {
  return (
    <details>
      <summary>Levels 0 to {levels.length - 1}</summary>
      <ol start={0}>
        {levels.map((sets) => (
          <li>{sets.map((set) => formatParameters(set)).join(" or ")}</li>
        ))}
      </ol>
    </details>
  );
}

function formatParameters(parameters: Record<string, unknown>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join(", ");
}
