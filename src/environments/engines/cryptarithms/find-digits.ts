const OPEN = -1;

/**
 * Depth first column by column, from the least significant: values for the symbols of the addends
 * that have none, those of the sum and the carry following; symbols left over get what is left.
 * Exponential, some 10⁵ steps at N = 15.
 */
export function findDigits(
  N: number,
  a: readonly number[],
  b: readonly number[],
  sum: readonly number[],
): number[] {
  const values = new Array<number>(N).fill(OPEN);
  const isUsed = new Uint8Array(N);

  /** Goes on with each value that a symbol may have. */
  function withValue(symbol: number, goOn: () => boolean, only?: number): boolean {
    if (values[symbol] !== OPEN) return (only ?? values[symbol]) === values[symbol] && goOn();
    const [low, high] = only === undefined ? [0, N - 1] : [only, only];
    for (let value = low; value <= high; value++) {
      if (isUsed[value] === 1) continue;
      values[symbol] = value;
      isUsed[value] = 1;
      if (goOn()) return true;
      values[symbol] = OPEN;
      isUsed[value] = 0;
    }
    return false;
  }

  function search(place: number, carry: number): boolean {
    if (place === a.length) {
      return sum.length === a.length
        ? carry === 0
        : carry === 1 && withValue(sum[place], () => true, 1);
    }
    return withValue(a[place], () =>
      withValue(b[place], () => {
        const total = values[a[place]] + values[b[place]] + carry;
        const next = total >= N ? 1 : 0;
        return withValue(sum[place], () => search(place + 1, next), total - next * N);
      }),
    );
  }

  search(0, 0);
  const left = [...isUsed.keys()].filter((value) => isUsed[value] === 0);
  return values.map((value) => (value === OPEN ? (left.shift() ?? 0) : value));
}
