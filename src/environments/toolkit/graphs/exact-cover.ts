/**
 * Which of the sets cover every element 0..elementCount − 1 exactly once, by their indices in the
 * order of the choices; undefined if none do. Branches on the element with the fewest sets left
 * (Knuth's Algorithm X), exponential in the worst case; a choice costs the sets that it rules out.
 */
export function exactCover(
  elementCount: number,
  sets: readonly (readonly number[])[],
): number[] | undefined {
  const setsOf = Array.from({ length: elementCount }, (): number[] => []);
  for (const [index, set] of sets.entries()) for (const element of set) setsOf[element].push(index);
  const optionCount = Int32Array.from(setsOf, ({ length }) => length);
  const isCovered = new Uint8Array(elementCount);
  /** How many of its elements are covered by chosen sets: an option has none. */
  const conflicts = new Int32Array(sets.length);
  const chosen: number[] = [];

  function choose(index: number): void {
    chosen.push(index);
    for (const element of sets[index]) {
      isCovered[element] = 1;
      for (const other of setsOf[element]) {
        if (conflicts[other]++ === 0) for (const its of sets[other]) optionCount[its]--;
      }
    }
  }

  function unchoose(index: number): void {
    chosen.pop();
    for (const element of sets[index]) {
      isCovered[element] = 0;
      for (const other of setsOf[element]) {
        if (--conflicts[other] === 0) for (const its of sets[other]) optionCount[its]++;
      }
    }
  }

  function search(): boolean {
    let hardest = -1;
    for (let element = 0; element < elementCount; element++) {
      if (isCovered[element] === 1) continue;
      if (hardest === -1 || optionCount[element] < optionCount[hardest]) hardest = element;
    }
    if (hardest === -1) return true;
    for (const index of setsOf[hardest]) {
      if (conflicts[index] > 0) continue;
      choose(index);
      if (search()) return true;
      unchoose(index);
    }
    return false;
  }

  return search() ? chosen : undefined;
}
