import type { Inspection, OutputPart } from "../api/inspection.ts";

const NAMES: Partial<Record<OutputPart["kind"], string>> = {
  ignored: "not searched",
  answer: "the answer",
  earlier: "an earlier pair: the last one counts",
  unfinished: "a start marker without an end",
};

/** The whole output, with what each part of it was to the verifier. */
export function MarkedOutput({ of: { parts, answer, parsed } }: { of: Inspection }) {
  return (
    <>
      <p>{describe(parts, answer)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long output is scrolled by keyboard */}
      <section class="output" tabIndex={0} aria-label="Output, marked">
        <pre>
          {parts.map(({ kind, text }) => (
            <span class={kind}>
              {NAMES[kind] !== undefined && <span class="tag">{NAMES[kind]}: </span>}
              {text}
            </span>
          ))}
        </pre>
      </section>
      {parsed !== null && (
        <p>
          Read as <code class="parsed">{parsed}</code>
        </p>
      )}
      {answer !== null && parsed === null && <p>The answer is not of the environment's form.</p>}
    </>
  );
}

function describe(parts: readonly OutputPart[], answer: string | null): string {
  const has = (kind: OutputPart["kind"]) => parts.some((part) => part.kind === kind);
  if (answer === null) {
    return has("unfinished")
      ? "No answer: a start marker stands there, but no end marker follows it."
      : "No answer: there is no pair of answer markers in what is searched.";
  }
  if (answer.trim() === "") return "The last pair of answer markers encloses nothing.";
  return has("earlier")
    ? "The answer is what the last pair of answer markers encloses; earlier pairs do not count."
    : "The answer is what the pair of answer markers encloses.";
}
