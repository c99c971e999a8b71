import { useState } from "preact/hooks";
import { generate } from "../api/problems.ts";

/** An answer that earns full reward, where the server gives these out. */
export function ReferenceAnswer({ id }: { id: string }) {
  const [told, tell] = useState<{ answer?: string; fault?: string }>({});
  const ask = () =>
    generate({ problem_id: id }, ["reference_answer"]).then(
      ({ reference_answer }) => tell({ answer: reference_answer ?? "" }),
      (error: Error) => tell({ fault: error.message }),
    );
  return (
    <>
      <button type="button" onClick={ask}>
        Show a right answer
      </button>
      {told.answer !== undefined && (
        <pre class="reference" role="status">
          {told.answer}
        </pre>
      )}
      {told.fault !== undefined && <p role="alert">{told.fault}</p>}
    </>
  );
}
