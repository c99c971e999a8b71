/**
 * The levels of an environment whose parameters grow from one level to the next: `start` at level
 * 0, then `next` of the level before. With `sets`, a level offers the parameter sets made from it.
 */
export function recurrence<State>(
  start: State,
  next: (state: State, level: number) => State,
): (level: number) => readonly State[];
export function recurrence<State, Parameters>(
  start: State,
  next: (state: State, level: number) => State,
  sets: (state: State) => readonly Parameters[],
): (level: number) => readonly Parameters[];
export function recurrence<State>(
  start: State,
  next: (state: State, level: number) => State,
  sets: (state: State) => readonly unknown[] = (state) => [state],
): (level: number) => readonly unknown[] {
  return (level) => {
    let state = start;
    for (let reached = 1; reached <= level; reached++) state = next(state, reached);
    return sets(state);
  };
}

/** ⌊factor · value + 1⌋ in double arithmetic, the commonest growth of a parameter. */
export function grow(value: number, factor = 1.1): number {
  return Math.floor(value * factor + 1);
}

/** Parameters whose values are all numbers. */
type Numbers = Readonly<Record<string, number>>;

/**
 * Levels whose parameters all grow from one level to the next by `grow`: `growing({ N: 3 })`. With
 * `sets`, a level offers the parameter sets made from them.
 */
export function growing<State extends Numbers>(start: State): (level: number) => readonly State[];
export function growing<State extends Numbers, Parameters>(
  start: State,
  sets: (state: State) => readonly Parameters[],
): (level: number) => readonly Parameters[];
export function growing<State extends Numbers>(
  start: State,
  sets: (state: State) => readonly unknown[] = (state) => [state],
): (level: number) => readonly unknown[] {
  return recurrence(start, (state) => mapNumbers(state, (value) => grow(value)), sets);
}

/** Levels whose parameters all rise by 1 from one level to the next: `counting({ N: 3 })`. */
export function counting<State extends Numbers>(start: State): (level: number) => readonly State[];
export function counting<State extends Numbers, Parameters>(
  start: State,
  sets: (state: State) => readonly Parameters[],
): (level: number) => readonly Parameters[];
export function counting<State extends Numbers>(
  start: State,
  sets: (state: State) => readonly unknown[] = (state) => [state],
): (level: number) => readonly unknown[] {
  return recurrence(start, (state) => mapNumbers(state, (value) => value + 1), sets);
}

function mapNumbers<State extends Numbers>(state: State, change: (value: number) => number): State {
  return Object.fromEntries(
    Object.entries(state).map(([name, value]) => [name, change(value)]),
  ) as State;
}
