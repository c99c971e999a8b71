/**
 * At how many positions two lists or two texts agree; positions beyond the shorter one do not
 * count.
 */
export function countAgreements<Value>(a: ArrayLike<Value>, b: ArrayLike<Value>): number {
  const length = Math.min(a.length, b.length);
  let agreements = 0;
  for (let position = 0; position < length; position++) {
    if (a[position] === b[position]) agreements++;
  }
  return agreements;
}
