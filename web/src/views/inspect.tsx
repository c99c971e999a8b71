import { useState } from "preact/hooks";
import { moveTo } from "../address.ts";
import { type Inspection, inspect } from "../api/inspection.ts";
import {
  DEFAULT_RULE,
  type ProblemName,
  toVerifyBody,
  type Verdict,
  verify,
} from "../api/problems.ts";
import { CopyAs } from "../parts/copy-as.tsx";
import { GroupRewards } from "../parts/group-rewards.tsx";
import { MarkedOutput } from "../parts/marked-output.tsx";
import { NamedProblem } from "../parts/named-problem.tsx";
import { OutputFields } from "../parts/output-fields.tsx";
import { ProblemField } from "../parts/problem-field.tsx";
import { ReferenceAnswer } from "../parts/reference-answer.tsx";
import { RuleFields } from "../parts/rule-fields.tsx";
import { VerdictCard } from "../parts/verdict.tsx";
import { Drawing } from "../pictures/drawing.tsx";
import { toVerifySnippets } from "../snippets.ts";

interface Inspected {
  readonly name: ProblemName;
  /** The body of the request. */
  readonly body: string;
  readonly verdicts: readonly Verdict[];
  readonly inspections: readonly Inspection[];
}

/** What the verifier sees in outputs, one or a group's side by side. */
export function InspectView({ subject }: { subject: string }) {
  const [name, setName] = useState<ProblemName>({ id: subject });
  const [outputs, setOutputs] = useState<readonly string[]>([""]);
  const [rule, setRule] = useState(DEFAULT_RULE);
  const [inspected, setInspected] = useState<Inspected | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    setFault(null);
    try {
      const [verdicts, inspections] = await Promise.all([
        verify(name, outputs, rule),
        Promise.all(outputs.map((output) => inspect(output, name, rule))),
      ]);
      setInspected({ name, body: toVerifyBody(name, outputs, rule), verdicts, inspections });
      if ("id" in name) moveTo("inspect", name.id);
    } catch (error) {
      setInspected(null);
      setFault((error as Error).message);
    }
  };
  return (
    <>
      <h1>Inspect</h1>
      <p class="lead">
        See what the verifier sees: which part of an output it takes as the answer, how it reads it,
        and why it earns what it does.
      </p>
      <form onSubmit={submit}>
        <ProblemField name={name} onName={setName} />
        <NamedProblem name={name} />
        <OutputFields outputs={outputs} onOutputs={setOutputs} />
        <RuleFields rule={rule} onRule={setRule} />
        <button type="submit" class="primary">
          Inspect
        </button>
      </form>
      {fault !== null && (
        <p role="alert" class="fault">
          {fault}
        </p>
      )}
      {inspected && <Findings of={inspected} />}
    </>
  );
}

function Findings({ of: { name, body, verdicts, inspections } }: { of: Inspected }) {
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      {verdicts.length > 1 && <GroupRewards of={verdicts} />}
      <div class="group">
        {verdicts.map((verdict, index) => (
          <article aria-label={`Output ${index + 1}`}>
            {verdicts.length > 1 && <h3>Output {index + 1}</h3>}
            <VerdictCard of={verdict} />
            {inspections[index] && <MarkedOutput of={inspections[index]} />}
            {inspections[index]?.picture && <Drawing of={inspections[index].picture} isAnswered />}
          </article>
        ))}
      </div>
      {"id" in name && <ReferenceAnswer key={name.id} id={name.id} />}
      <CopyAs snippets={[...toVerifySnippets(body), { name: "link", text: location.href }]} />
    </section>
  );
}
