import { useState } from "preact/hooks";
import type { Picture } from "../../../src/picture.ts";
import { inspect } from "../api/inspection.ts";
import { type Problem, type Verdict, verify } from "../api/problems.ts";
import { remember } from "./history.tsx";
import { VerdictCard } from "./verdict.tsx";

/** The page writes the markers itself, whichever a server's sessions begin with. */
const RULE = { markers: ["<answer>", "</answer>"], reading: { completion: true } } as const;

interface AnswerBoxShape {
  readonly of: Problem;
  /** Told the problem's picture with what the answer chose; null where that is of no form. */
  readonly onAnswered: (picture: Picture | null) => void;
}

/** An answer, and what it earns. */
export function AnswerBox({ of: problem, onAnswered }: AnswerBoxShape) {
  const [answer, setAnswer] = useState("");
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const submit = async () => {
    if (isAsking) return;
    setAsking(true);
    setFault(null);
    try {
      const output = `<answer>${answer}</answer>`;
      const name = { id: problem.problem_id };
      const [[earned], drawn] = await Promise.all([
        verify(name, [output], RULE),
        problem.picture && inspect(output, name, RULE).catch(() => null),
      ]);
      onAnswered(drawn?.picture ?? null);
      // How the page has it read is nothing that the person chose.
      if (earned !== undefined) {
        setVerdict({ ...earned, reading: null });
        remember({ id: problem.problem_id, answer, verdict: earned });
      }
    } catch (error) {
      setVerdict(null);
      setFault((error as Error).message);
    } finally {
      setAsking(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label for="answer">Your answer</label>
      <textarea
        id="answer"
        rows={3}
        spellcheck={false}
        autocomplete="off"
        value={answer}
        aria-describedby="answer-hint"
        onInput={(event) => setAnswer(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          submit();
        }}
      />
      <div class="row">
        <button type="submit" class="primary" aria-disabled={isAsking}>
          Check
        </button>
        <span id="answer-hint" class="quiet">
          Ctrl + Enter checks, too.
        </span>
      </div>
      {fault !== null && (
        <p role="alert" class="fault">
          {fault}
        </p>
      )}
      {verdict && <VerdictCard of={verdict} />}
    </form>
  );
}
