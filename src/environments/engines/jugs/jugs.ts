/** What can be done with a jug, in the words of an answer. */
export const KINDS = ["Fill", "Empty", "Pour"] as const;

/** What is done with jug i, and with jug j for "Pour i j". */
export type Action = readonly [kind: (typeof KINDS)[number], i: number, j?: number];

/** Does an action, changing the volumes. */
export function act(
  [kind, i, j = i]: Action,
  volumes: number[],
  capacities: readonly number[],
): void {
  if (kind === "Fill") volumes[i] = capacities[i];
  else if (kind === "Empty") volumes[i] = 0;
  else {
    const poured = Math.min(volumes[i], capacities[j] - volumes[j]);
    volumes[i] -= poured;
    volumes[j] += poured;
  }
}

/**
 * A largest jug can be made to hold every multiple of the greatest common divisor of the capacities:
 * another jug is filled and poured into it, and it is emptied whenever it is full, which adds to what
 * it holds, modulo its capacity. Breadth-first search over what it holds, O(N · capacity).
 */
export function findActions(capacities: readonly number[], target: number): Action[] {
  const full = capacities.indexOf(target);
  if (full !== -1) return [["Fill", full]];
  const capacity = Math.max(...capacities);
  const largest = capacities.indexOf(capacity);
  const added = new Map<number, number>([[0, largest]]);
  const queue = [0];
  for (const volume of queue) {
    if (volume === target) break;
    for (const [jug, amount] of capacities.entries()) {
      const next = (volume + amount) % capacity;
      if (added.has(next)) continue;
      added.set(next, jug);
      queue.push(next);
    }
  }
  const jugs: number[] = [];
  for (let volume = target; volume > 0; ) {
    const jug = added.get(volume) ?? largest;
    jugs.push(jug);
    volume = (volume - capacities[jug] + capacity) % capacity;
  }
  let held = 0;
  return jugs.reverse().flatMap((jug): Action[] => {
    const amount = capacities[jug];
    const pour: Action = ["Pour", jug, largest];
    const before = held;
    held = (held + amount) % capacity;
    return before + amount < capacity
      ? [["Fill", jug], pour]
      : [["Fill", jug], pour, ["Empty", largest], pour];
  });
}
