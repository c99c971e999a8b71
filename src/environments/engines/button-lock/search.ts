/** What a button does to Y for one value of X. */
type Rule = readonly [operator: "+" | "-" | "*", value: number];

/** A lock with X = 0 at first; the rules of a button are those for X = 0 and for X = 1. */
export interface Lock {
  readonly steps: number;
  readonly Y_start: number;
  readonly Y_target: number;
  readonly buttons: readonly (readonly [Rule, Rule])[];
}

export function applyRule([operator, value]: Rule, Y: number): number {
  return operator === "+" ? Y + value : operator === "-" ? Y - value : Y * value;
}

/** A value of Y after some presses, and how it came about. */
interface State {
  readonly X: number;
  readonly Y: number;
  readonly press: number;
  readonly before: State | null;
}

/**
 * Presses that reach the target, breadth first from both ends, which meet: forwards from the start,
 * and backwards from the target with either value of X. A multiplication is undone only where it
 * divides. Up to steps + 1 presses are tried.
 * @param largest values of Y beyond it, in size, lead nowhere
 */
export function findPresses(
  { steps, Y_start, Y_target, buttons }: Lock,
  largest: number,
): number[] | undefined {
  const start: State = { X: 0, Y: Y_start, press: -1, before: null };
  const ends = [0, 1].map((X): State => ({ X, Y: Y_target, press: -1, before: null }));
  const forwards = new Map([[keyOf(start), start]]);
  const backwards = new Map(ends.map((end) => [keyOf(end), end]));
  let [front, back]: [State[], State[]] = [[start], ends];
  for (let length = 0; ; length++) {
    for (const state of front) {
      const end = backwards.get(keyOf(state));
      if (end !== undefined) return [...trace(state).reverse(), ...trace(end)];
    }
    if (length > steps + 1) return undefined;
    if (front.length <= back.length) front = expand(front, forwards, buttons, applyRule, largest);
    else {
      back = expand(back, backwards, buttons, undo, largest);
      front = [...forwards.values()];
    }
  }
}

/** Tells apart what is the same for all presses to come. */
function keyOf({ X, Y }: State): number {
  return 2 * Y + X;
}

/** The states one press on that were not known. */
function expand(
  states: readonly State[],
  known: Map<number, State>,
  buttons: Lock["buttons"],
  change: (rule: Rule, Y: number) => number | undefined,
  largest: number,
): State[] {
  const next: State[] = [];
  for (const before of states) {
    const X = 1 - before.X;
    for (const [press, button] of buttons.entries()) {
      // Forwards by the rule for the X before it, backwards by that for the X to which it leads back.
      const Y = change(button[change === applyRule ? before.X : X], before.Y);
      if (Y === undefined || Math.abs(Y) > largest) continue;
      const state = { X, Y, press, before };
      if (known.has(keyOf(state))) continue;
      known.set(keyOf(state), state);
      next.push(state);
    }
  }
  return next;
}

function undo([operator, value]: Rule, Y: number): number | undefined {
  if (operator === "*") return Y % value === 0 ? Y / value : undefined;
  return operator === "+" ? Y - value : Y + value;
}

/** The presses from a state back to where its search began. */
function trace(state: State): number[] {
  const presses: number[] = [];
  for (let at = state; at.before !== null; at = at.before) presses.push(at.press);
  return presses;
}
