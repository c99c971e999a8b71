/** An addition of two numbers of the same length in symbols 0..N−1, the least significant first. */
export interface Cryptarithm {
  readonly N: number;
  readonly addends: readonly [readonly number[], readonly number[]];
  /** As long as the addends, or longer by a 1. */
  readonly sum: readonly number[];
}

/** A column: Σ factor · value + carry in = N · carry out, over the symbols whose factor is not 0. */
type Column = readonly (readonly [symbol: number, factor: number])[];

/** What makes a column right: a value for its one open symbol, if there is one, and both carries. */
interface Option {
  readonly symbol: number;
  readonly value: number;
  readonly carryIn: number;
  readonly carryOut: number;
}

const OPEN = -1;
const NONE = -1;

/**
 * The values of the symbols, each another of 0..N−1, that make an addition right; undefined if there
 * are none. Backtracking over columns in any order: a column of one open symbol leaves it at most two
 * values, as the carries may be, and that with fewest goes first. Where all have more open symbols,
 * the symbol that most columns would then determine is given each value left. Exponential in the few
 * symbols that must be guessed: milliseconds at N = 15, tenths of a second at N = 25.
 */
export function findDigits({ N, addends: [a, b], sum }: Cryptarithm): number[] | undefined {
  const columns = a.map((symbol, place) => toColumn(symbol, b[place], sum[place]));
  const values = new Array<number>(N).fill(OPEN);
  const isUsed = new Uint8Array(N);
  const carries = new Int8Array(a.length + 1).fill(OPEN);
  carries[0] = 0;
  carries[a.length] = sum.length - a.length;

  function assign(symbol: number, value: number): void {
    if (symbol === NONE) return;
    values[symbol] = value;
    isUsed[value] = 1;
  }

  function withdraw(symbol: number): void {
    if (symbol === NONE) return;
    isUsed[values[symbol]] = 0;
    values[symbol] = OPEN;
  }

  function countOpen(column: Column): number {
    let open = 0;
    for (const [symbol] of column) if (values[symbol] === OPEN) open++;
    return open;
  }

  /** The ways to make a column of at most one open symbol right. */
  function optionsOf(place: number): Option[] {
    let [known, open, factor] = [0, NONE, 0];
    for (const [symbol, times] of columns[place]) {
      if (values[symbol] === OPEN) [open, factor] = [symbol, times];
      else known += times * values[symbol];
    }
    const options: Option[] = [];
    for (const carryIn of carries[place] === OPEN ? [0, 1] : [carries[place]]) {
      for (const carryOut of carries[place + 1] === OPEN ? [0, 1] : [carries[place + 1]]) {
        const rest = N * carryOut - carryIn - known;
        if (open === NONE) {
          if (rest === 0) options.push({ symbol: NONE, value: 0, carryIn, carryOut });
          continue;
        }
        const value = rest / factor;
        if (isUsed[value] !== 0) continue;
        options.push({ symbol: open, value, carryIn, carryOut });
      }
    }
    return options;
  }

  /** The symbol without which most columns have one open symbol, by its columns where equal. */
  function symbolToGuess(): number {
    const scores = new Int32Array(N);
    for (const column of columns) {
      const open = countOpen(column);
      if (open === 0) continue;
      for (const [symbol] of column)
        if (values[symbol] === OPEN) scores[symbol] += 100 ** (3 - open);
    }
    const most = Math.max(...scores);
    return most === 0 ? NONE : scores.indexOf(most);
  }

  function search(): boolean {
    let [best, fewest]: [Option[] | undefined, number] = [undefined, -1];
    for (const [place, column] of columns.entries()) {
      if (countOpen(column) > 1) continue;
      const isDone =
        countOpen(column) === 0 && carries[place] !== OPEN && carries[place + 1] !== OPEN;
      const options = optionsOf(place);
      if (options.length === 0) return false;
      if (isDone || (best !== undefined && options.length >= best.length)) continue;
      [best, fewest] = [options, place];
      if (options.length === 1) break;
    }
    if (best === undefined) return guess();
    const [carryIn, carryOut] = [carries[fewest], carries[fewest + 1]];
    for (const option of best) {
      assign(option.symbol, option.value);
      [carries[fewest], carries[fewest + 1]] = [option.carryIn, option.carryOut];
      if (search()) return true;
      [carries[fewest], carries[fewest + 1]] = [carryIn, carryOut];
      withdraw(option.symbol);
    }
    return false;
  }

  function guess(): boolean {
    const symbol = symbolToGuess();
    if (symbol === NONE) return true;
    for (let value = 0; value < N; value++) {
      if (isUsed[value] === 1) continue;
      assign(symbol, value);
      if (search()) return true;
      withdraw(symbol);
    }
    return false;
  }

  const top = sum.length > a.length ? sum[a.length] : NONE;
  assign(top, 1);
  if (!search()) return undefined;
  const left = [...isUsed.keys()].filter((value) => isUsed[value] === 0);
  return values.map((value) => (value === OPEN ? (left.shift() ?? 0) : value));
}

function toColumn(a: number, b: number, total: number): Column {
  const factors = new Map<number, number>();
  for (const [symbol, factor] of [
    [a, 1],
    [b, 1],
    [total, -1],
  ]) {
    factors.set(symbol, (factors.get(symbol) ?? 0) + factor);
  }
  return [...factors].filter(([, factor]) => factor !== 0);
}
