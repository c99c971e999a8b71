import { useState } from "preact/hooks";
import { type Problem, type Verdict, verify } from "../api/problems.ts";
import { remember } from "./history.tsx";
import { VerdictCard } from "./verdict.tsx";

/** The page writes the markers itself, whichever a server's sessions begin with. */
const RULE = { markers: ["<answer>", "</answer>"], reading: { completion: true } } as const;

/** An answer, and what it earns. */
export function AnswerBox({ of: problem }: { of: Problem }) {
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
      const [earned] = await verify({ id: problem.problem_id }, [output], RULE);
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
