interface Shape {
  readonly difficulty: number;
  readonly seed: number;
  readonly setDifficulty: (difficulty: number) => void;
  readonly setSeed: (seed: number) => void;
}

/** Which of an environment's problems is shown. */
export function LevelAndSeed({ difficulty, seed, setDifficulty, setSeed }: Shape) {
  return (
    <div class="row">
      <NumberField label="Level" value={difficulty} max={1000} onValue={setDifficulty} />
      <NumberField label="Seed" value={seed} max={Number.MAX_SAFE_INTEGER} onValue={setSeed} />
    </div>
  );
}

interface FieldShape {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
}

function NumberField({ label, value, max, onValue }: FieldShape) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={0}
        max={max}
        value={value}
        onChange={(event) => {
          const next = event.currentTarget.valueAsNumber;
          if (Number.isSafeInteger(next) && next >= 0 && next <= max) onValue(next);
        }}
      />
    </label>
  );
}
