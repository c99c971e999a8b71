import type { Picture } from "../../../src/picture.ts";
import type { Problem } from "../api/problems.ts";
import { Drawing } from "../pictures/drawing.tsx";

interface PromptShape {
  readonly of: Problem;
  /** The problem's picture with what an answer chose, once there is one. */
  readonly answered?: Picture | null;
}

/** What the model sees, letter by letter, and a picture of it where there is one. */
export function Prompt({ of: problem, answered }: PromptShape) {
  const { problem_id, problem_input, split } = problem;
  const picture = answered ?? problem.picture;
  return (
    <section aria-label="Problem">
      <p class="quiet">
        <code>{problem_id}</code> · {split} split · {problem_input.length.toLocaleString("en")}{" "}
        characters
      </p>
      <PromptText text={problem_input} />
      {picture && <Drawing of={picture} isAnswered={answered != null} />}
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
