import type { ProblemName } from "../api/problems.ts";

interface Shape {
  readonly name: ProblemName;
  readonly onName: (name: ProblemName) => void;
}

/** A problem by its id, or a stored one. */
export function ProblemField({ name, onName }: Shape) {
  const isStored = "config" in name;
  return (
    <fieldset>
      <legend>Problem</legend>
      <div class="row">
        <Way label="By its id" isChosen={!isStored} onChoose={() => onName({ id: "" })} />
        <Way
          label="Stored"
          isChosen={isStored}
          onChoose={() => onName({ environment: "", config: "" })}
        />
      </div>
      {isStored ? (
        <>
          <label>
            Environment
            <input
              required
              value={name.environment}
              placeholder="Sorting"
              onInput={(event) => onName({ ...name, environment: event.currentTarget.value })}
            />
          </label>
          <label>
            Config
            <textarea
              rows={4}
              required
              spellcheck={false}
              placeholder='{"seed": 42, "parameter": {…}}'
              value={name.config}
              onInput={(event) => {
                event.currentTarget.setCustomValidity(findJsonFault(event.currentTarget.value));
                onName({ ...name, config: event.currentTarget.value });
              }}
            />
          </label>
        </>
      ) : (
        <label>
          Problem id
          <input
            required
            value={name.id}
            placeholder="Sorting@2/3/42"
            onInput={(event) => onName({ id: event.currentTarget.value.trim() })}
          />
        </label>
      )}
    </fieldset>
  );
}

interface WayShape {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Way({ label, isChosen, onChoose }: WayShape) {
  return (
    <label class="check">
      <input type="radio" name="way" checked={isChosen} onChange={onChoose} />
      <span>{label}</span>
    </label>
  );
}

/** It goes into the request as it is, so it must be a whole object. */
function findJsonFault(text: string): string {
  try {
    return typeof JSON.parse(text) === "object" ? "" : "Not a JSON object";
  } catch (error) {
    return `Not JSON: ${(error as Error).message}`;
  }
}
