const OPEN = -1;

/**
 * Mines that all numbers agree with, from the clue of each cell, below 0 for none, and the cells
 * around it: 1 for a mine, 0 for none, −1 where it does not matter. Numbers
 * whose missing mines are all or none of their open cells settle these; else an open cell of the number
 * with the fewest is tried both ways. Groups of numbers without a common open cell are solved one
 * after the other, each once.
 */
export function findMines(
  clues: readonly number[],
  neighbours: readonly (readonly number[])[],
): Int8Array {
  const state = Int8Array.from(clues, (clue) => (clue < 0 ? OPEN : 0));
  const settled: number[] = [];
  const openAround = (cell: number) => neighbours[cell].filter((other) => state[other] === OPEN);
  const numbersAround = (cell: number) => neighbours[cell].filter((other) => clues[other] >= 0);
  const missing = (cell: number) =>
    clues[cell] - neighbours[cell].filter((other) => state[other] === 1).length;

  /** Settles what follows from these numbers; false at a contradiction. */
  function propagate(queue: number[]): boolean {
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
      const [open, rest] = [openAround(cell), missing(cell)];
      if (rest < 0 || rest > open.length) return false;
      if (rest !== 0 && rest !== open.length) continue;
      for (const other of open) {
        state[other] = rest === 0 ? 0 : 1;
        settled.push(other);
        queue.push(...numbersAround(other));
      }
    }
    return true;
  }

  /** The unsettled numbers among these, in groups that have open cells in common. */
  function group(cells: readonly number[]): number[][] {
    const seen = new Set<number>();
    const groups: number[][] = [];
    for (const start of cells) {
      if (seen.has(start) || openAround(start).length === 0) continue;
      const members = [start];
      seen.add(start);
      for (const member of members) {
        for (const other of openAround(member).flatMap(numbersAround)) {
          if (seen.has(other)) continue;
          seen.add(other);
          members.push(other);
        }
      }
      groups.push(members);
    }
    return groups;
  }

  function solve(cells: readonly number[]): boolean {
    return group(cells).every((members) => {
      const tightest = members.reduce((a, b) =>
        openAround(b).length < openAround(a).length ? b : a,
      );
      const [cell] = openAround(tightest);
      return [1, 0].some((value) => {
        const before = settled.length;
        state[cell] = value;
        settled.push(cell);
        if (propagate(numbersAround(cell)) && solve(members)) return true;
        for (const undone of settled.splice(before)) state[undone] = OPEN;
        return false;
      });
    });
  }

  const all = [...clues.keys()].filter((cell) => clues[cell] >= 0);
  if (propagate([...all])) solve(all);
  return state;
}
