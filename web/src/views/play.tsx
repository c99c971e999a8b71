import { useEffect, useState } from "preact/hooks";
import type { Picture } from "../../../src/picture.ts";
import { goTo, moveTo, parseProblemId, toHash } from "../address.ts";
import { useLoading } from "../api/loading.ts";
import { generate, listEnvironments, type Problem } from "../api/problems.ts";
import { AnswerBox } from "../parts/answer-box.tsx";
import { CopyAs } from "../parts/copy-as.tsx";
import { History } from "../parts/history.tsx";
import { LevelAndSeed } from "../parts/level-and-seed.tsx";
import { Notice } from "../parts/notice.tsx";
import { Prompt } from "../parts/prompt.tsx";
import { ReferenceAnswer } from "../parts/reference-answer.tsx";
import { toProblemSnippets } from "../snippets.ts";

/** Where one begins who named no problem. */
const FIRST = { environment: "Sorting", difficulty: 1, seed: 1 };

/** A problem to be answered; its id stands in the address. */
export function PlayView({ subject }: { subject: string }) {
  const reference = parseProblemId(subject);
  const named = reference === null ? { ...FIRST, ...(subject && { environment: subject }) } : null;
  const loading = useLoading(subject || "first", () =>
    generate(named ?? { problem_id: subject }, ["picture"]),
  );
  const problem = loading.value;
  const id = problem?.problem_id;
  useEffect(() => {
    if (named !== null && id !== undefined) moveTo("problem", id);
  }, [named === null, id]);
  return (
    <>
      <h1>Play</h1>
      {problem && <ProblemChoice of={problem} />}
      <Notice of={loading} />
      {problem && <Playing key={id} of={problem} />}
      <History />
    </>
  );
}

function Playing({ of: problem }: { of: Problem }) {
  const { problem_id, environment, difficulty, seed } = problem;
  const [answered, setAnswered] = useState<Picture | null>(null);
  return (
    <>
      <Prompt of={problem} answered={answered} />
      <AnswerBox of={problem} onAnswered={setAnswered} />
      <div class="row">
        <button
          type="button"
          onClick={() => goToDrawn({ environment, difficulty, seed: seed + 1 })}
        >
          Next problem
        </button>
        <a class="button plain" href={toHash("inspect", problem_id)}>
          Inspect a model's output
        </a>
        <ReferenceAnswer id={problem_id} />
      </div>
      <CopyAs snippets={toProblemSnippets(problem)} />
    </>
  );
}

interface Drawn {
  readonly environment: string;
  readonly difficulty: number;
  readonly seed: number;
}

/** The id holds a version, which the server knows. */
async function goToDrawn(drawn: Drawn): Promise<void> {
  try {
    goTo("problem", (await generate(drawn)).problem_id);
  } catch {
    // The view of the environment says what is wrong with it.
    goTo("environment", drawn.environment);
  }
}

/** Another environment, level or seed. */
function ProblemChoice({ of: { environment, difficulty, seed } }: { of: Problem }) {
  const environments = useLoading("environments", listEnvironments);
  const [typed, setTyped] = useState(environment);
  useEffect(() => setTyped(environment), [environment]);
  const choose = (id: string) => {
    setTyped(id);
    const isKnown = environments.value?.some((one) => one.id === id);
    if (isKnown && id !== environment) goToDrawn({ environment: id, difficulty, seed });
  };
  return (
    <div class="row">
      <label>
        Environment
        <input
          list="environments"
          value={typed}
          onInput={(event) => choose(event.currentTarget.value)}
        />
      </label>
      <datalist id="environments">
        {environments.value?.map(({ id, title }) => (
          <option value={id}>{title}</option>
        ))}
      </datalist>
      <LevelAndSeed
        difficulty={difficulty}
        seed={seed}
        setDifficulty={(next) => goToDrawn({ environment, difficulty: next, seed })}
        setSeed={(next) => goToDrawn({ environment, difficulty, seed: next })}
      />
    </div>
  );
}
