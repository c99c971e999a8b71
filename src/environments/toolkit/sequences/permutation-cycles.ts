/**
 * The cycles of a permutation of 0..N−1 that are longer than 1, each as i, target[i],
 * target[target[i]], …, from its least element on. O(N).
 */
export function permutationCycles(target: readonly number[]): number[][] {
  const isVisited = new Uint8Array(target.length);
  const cycles: number[][] = [];
  for (let start = 0; start < target.length; start++) {
    const cycle: number[] = [];
    for (let element = start; isVisited[element] === 0; element = target[element]) {
      isVisited[element] = 1;
      cycle.push(element);
    }
    if (cycle.length > 1) cycles.push(cycle);
  }
  return cycles;
}
