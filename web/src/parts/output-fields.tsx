const MAX_OUTPUTS = 64;

interface Shape {
  readonly outputs: readonly string[];
  readonly onOutputs: (outputs: readonly string[]) => void;
}

/** One output, or a group's. */
export function OutputFields({ outputs, onOutputs }: Shape) {
  return (
    <fieldset>
      <legend>Outputs</legend>
      {outputs.map((output, index) => (
        <label>
          {outputs.length === 1 ? "A model's whole output" : `Output ${index + 1}`}
          <textarea
            rows={outputs.length === 1 ? 6 : 3}
            spellcheck={false}
            value={output}
            onInput={(event) => onOutputs(outputs.with(index, event.currentTarget.value))}
          />
        </label>
      ))}
      <div class="row">
        <button
          type="button"
          class="small"
          disabled={outputs.length >= MAX_OUTPUTS}
          onClick={() => onOutputs([...outputs, ""])}
        >
          Another output of the group
        </button>
        {outputs.length > 1 && (
          <button type="button" class="small" onClick={() => onOutputs(outputs.slice(0, -1))}>
            Take the last away
          </button>
        )}
      </div>
    </fieldset>
  );
}
