import type { Problem } from "../api/problems.ts";
import { Drawing } from "../pictures/drawing.tsx";

/** What the model sees, letter by letter, and a picture of it where there is one. */
export function Prompt({ of: problem }: { of: Problem }) {
  const { problem_id, problem_input, picture, split } = problem;
  return (
    <section aria-label="Problem">
      <p class="quiet">
        <code>{problem_id}</code> · {split} split · {problem_input.length.toLocaleString("en")}{" "}
        characters
      </p>
      <PromptText text={problem_input} />
      {picture && <Drawing of={picture} />}
    </section>
  );
}

export function PromptText({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long prompt is scrolled by keyboard
    <section class="prompt" tabIndex={0} aria-label="Prompt">
      <pre>{text}</pre>
    </section>
  );
}
