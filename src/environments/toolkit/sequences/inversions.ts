/**
 * The inversions of a sequence, pairs of positions i < j with values[i] > values[j]: the least
 * number of swaps of neighbours that sorts it. Bottom-up merge sort, O(n log n).
 */
export function countInversions(values: readonly number[]): number {
  let [from, to] = [Float64Array.from(values), new Float64Array(values.length)];
  let inversions = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [left, right] = [start, middle];
      for (let target = start; target < end; target++) {
        if (left < middle && (right === end || from[left] <= from[right])) {
          to[target] = from[left++];
        } else {
          to[target] = from[right++];
          inversions += middle - left;
        }
      }
    }
    [from, to] = [to, from];
  }
  return inversions;
}
