/** Substrings that end at the same places, each a suffix of the next longer one. */
interface State {
  /** Of the longest of them. */
  readonly length: number;
  /** The state of their longest suffix that ends at more places; −1 for that of the empty text. */
  link: number;
  readonly next: Map<string, number>;
  /** At how many places they end. */
  occurrences: number;
}

/**
 * The suffix automaton of a text (Blumer et al. 1985), state 0 first, that of the empty text: each
 * substring is a way from there. O(length), besides the sorting of states by their lengths.
 */
export function buildSuffixAutomaton(text: string): readonly State[] {
  const states: State[] = [{ length: 0, link: -1, next: new Map(), occurrences: 0 }];
  let last = 0;
  for (const character of text) {
    const current = states.length;
    states.push({ length: states[last].length + 1, link: 0, next: new Map(), occurrences: 1 });
    let state = last;
    while (state !== -1 && !states[state].next.has(character)) {
      states[state].next.set(character, current);
      state = states[state].link;
    }
    const target = state === -1 ? undefined : states[state].next.get(character);
    if (target !== undefined) {
      states[current].link = toEndAfter(states, state, target, character);
    }
    last = current;
  }
  const byLength = states
    .map((_, state) => state)
    .sort((a, b) => states[b].length - states[a].length);
  for (const state of byLength) {
    const { link, occurrences } = states[state];
    if (link >= 0) states[link].occurrences += occurrences;
  }
  return states;
}

/** The state of the longest suffix reached by the character; split off where it is part of one. */
function toEndAfter(states: State[], from: number, target: number, character: string): number {
  if (states[target].length === states[from].length + 1) return target;
  const clone = states.length;
  states.push({
    length: states[from].length + 1,
    link: states[target].link,
    next: new Map(states[target].next),
    occurrences: 0,
  });
  states[target].link = clone;
  for (
    let state = from;
    state !== -1 && states[state].next.get(character) === target;
    state = states[state].link
  ) {
    states[state].next.set(character, clone);
  }
  return clone;
}
