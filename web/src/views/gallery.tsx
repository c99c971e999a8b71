import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { toHash } from "../address.ts";
import { useLoading } from "../api/loading.ts";
import { type EnvironmentSummary, listEnvironments } from "../api/problems.ts";
import { CopyAs } from "../parts/copy-as.tsx";
import { Notice } from "../parts/notice.tsx";
import { toGetSnippets } from "../snippets.ts";

/** What is looked for stays while other views are looked at. */
const sought = signal("");
const family = signal("");
const answerForm = signal("");
const rewardShape = signal("");

/** All environments, as cards. */
export function Gallery() {
  const loading = useLoading("environments", listEnvironments);
  const all = loading.value ?? [];
  const families = useMemo(() => countBy(all, (one) => one.family), [all]);
  const forms = useMemo(() => countBy(all, (one) => one.answer_form), [all]);
  const rewards = useMemo(() => countBy(all, toRewardShape), [all]);
  const shown = all.filter(isSought);
  return (
    <>
      <h1>Problems that a program makes and checks</h1>
      <p class="lead">
        A language model gets a prompt, answers, and earns a reward between −1 and 1. Choose a kind
        of problem to see what the model sees, and play it yourself.
      </p>
      <search class="filters">
        <label>
          Search
          <input
            type="search"
            value={sought.value}
            onInput={(event) => {
              sought.value = event.currentTarget.value;
            }}
          />
        </label>
        <Choice label="Family" of={families} chosen={family} />
        <Choice label="Answer form" of={forms} chosen={answerForm} />
        <Choice label="Reward" of={rewards} chosen={rewardShape} />
        <p role="status" class="quiet">
          {loading.value && `${shown.length} of ${all.length}`}
        </p>
      </search>
      <Notice of={loading} />
      {loading.value && <CopyAs snippets={toGetSnippets("environments", shown)} />}
      <ul class="cards">
        {shown.map((environment) => (
          <li key={environment.id}>
            <a href={toHash("environment", environment.id)}>
              <h2>{environment.title}</h2>
              <p>{environment.summary}</p>
              <p class="quiet">
                {environment.id} · {environment.family}
              </p>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChoiceShape {
  readonly label: string;
  readonly of: readonly (readonly [string, number])[];
  readonly chosen: { value: string };
}

function Choice({ label, of, chosen }: ChoiceShape) {
  return (
    <label>
      {label}
      <select
        value={chosen.value}
        onChange={(event) => {
          chosen.value = event.currentTarget.value;
        }}
      >
        <option value="">all</option>
        {of.map(([name, count]) => (
          <option value={name}>
            {name.length > 60 ? `${name.slice(0, 59)}…` : name} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}

function isSought(environment: EnvironmentSummary): boolean {
  const { id, title, summary, family: its, answer_form } = environment;
  const text = `${id} ${title} ${summary} ${its}`.toLowerCase();
  return (
    (family.value === "" || family.value === its) &&
    (answerForm.value === "" || answerForm.value === answer_form) &&
    (rewardShape.value === "" || rewardShape.value === toRewardShape(environment)) &&
    sought.value
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

/** The words of the reward without its constants: alike for what is scored alike. */
function toRewardShape({ reward }: EnvironmentSummary): string {
  return reward.replaceAll(/[−-]?\d+(\.\d+)?/g, "#");
}

function countBy(
  all: readonly EnvironmentSummary[],
  toName: (one: EnvironmentSummary) => string,
): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(toName(one), (counts.get(toName(one)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}
