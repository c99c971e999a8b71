import { parseProblemId } from "../address.ts";
import { useLoading } from "../api/loading.ts";
import { generate, type ProblemName, readStored } from "../api/problems.ts";
import { Prompt, PromptText } from "./prompt.tsx";

/** The problem that is named, once it is named in full; what is wrong with a name is told later. */
export function NamedProblem({ name }: { name: ProblemName }) {
  return "id" in name ? <Drawn id={name.id} /> : <Stored {...name} />;
}

function Drawn({ id }: { id: string }) {
  const isWhole = parseProblemId(id) !== null;
  const { value } = useLoading(isWhole ? id : null, () => generate({ problem_id: id }));
  return value === undefined ? null : <Prompt of={value} />;
}

function Stored({ environment, config }: { environment: string; config: string }) {
  const isWhole = environment !== "" && config.trimEnd().endsWith("}");
  const key = isWhole ? `${environment} ${config}` : null;
  const { value } = useLoading(key, () => readStored(environment, config));
  return value === undefined ? null : <PromptText text={value} />;
}
