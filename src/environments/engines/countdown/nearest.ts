/** A value with the expression that has it. */
export interface Nearest {
  readonly value: number;
  readonly text: string;
}

/** A value that operands have, and how it came about. */
interface Value {
  readonly value: number;
  /** Written out only where it is asked for. */
  readonly made: string | readonly [operator: string, left: Value, right: Value];
}

/**
 * The value nearest to a target ≥ 0 among those of all expressions that use each of up to 6 positive
 * operands once, with an expression of it. All values of each part of the operands are listed, from
 * those of its two sides, each once; of all operands together only the nearest is kept: about 10^6
 * for 6 of them.
 *
 * Values are doubles, which differ from the fractions that they stand for by some 10^-15 of them;
 * and not negative, since whoever subtracts may do so either way round.
 */
export function findNearest(operands: readonly number[], target: number): Nearest {
  const all = (1 << operands.length) - 1;
  const lists: Value[][] = [];
  let nearest: Value | undefined;
  for (let set = 1; set <= all; set++) {
    const values = new Map<number, Value>();
    const add =
      set === all
        ? (value: number, operator: string, left: Value, right: Value) => {
            if (nearest && Math.abs(value - target) >= Math.abs(nearest.value - target)) return;
            nearest = { value, made: [operator, left, right] };
          }
        : (value: number, operator: string, left: Value, right: Value) => {
            if (!values.has(value)) values.set(value, { value, made: [operator, left, right] });
          };
    const single = Math.log2(set);
    if (Number.isInteger(single)) {
      const value = operands[single];
      values.set(value, { value, made: String(value) });
      nearest = set === all ? values.get(value) : undefined;
    }
    // Each pair of sides once: the one that is larger as a number comes first.
    for (let side = (set - 1) & set; side > (set ^ side); side = (side - 1) & set) {
      for (const a of lists[side]) for (const b of lists[set ^ side]) combine(a, b, add);
    }
    lists[set] = [...values.values()];
  }
  const { value, made } = nearest ?? { value: 0, made: "0" };
  return { value, text: typeof made === "string" ? made : write(made).slice(1, -1) };
}

function combine(
  a: Value,
  b: Value,
  add: (value: number, operator: string, left: Value, right: Value) => void,
): void {
  const [high, low] = a.value >= b.value ? [a, b] : [b, a];
  add(high.value + low.value, "+", high, low);
  add(high.value - low.value, "-", high, low);
  add(high.value * low.value, "*", high, low);
  if (low.value > 0) {
    add(high.value / low.value, "/", high, low);
    add(low.value / high.value, "/", low, high);
  }
}

function write(made: Value["made"]): string {
  if (typeof made === "string") return made;
  const [operator, left, right] = made;
  return `(${write(left.made)} ${operator} ${write(right.made)})`;
}
