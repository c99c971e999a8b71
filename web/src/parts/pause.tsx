interface Shape {
  readonly isPaused: boolean;
  readonly onPause: (isPaused: boolean) => void;
}

/** Lets what moves stand still. */
export function Pause({ isPaused, onPause }: Shape) {
  return (
    <button type="button" class="small" aria-pressed={isPaused} onClick={() => onPause(!isPaused)}>
      {isPaused ? "Paused: go on" : "Pause"}
    </button>
  );
}
