import { expect, test } from "vitest";
import { buildSuffixAutomaton } from "../../../../src/environments/toolkit/text/suffix-automaton.ts";

test("each substring is a way from the first state, to how often it occurs", () => {
  for (const text of ["", "a", "abab", "aabbabaab", "abcabcbacba"]) {
    const states = buildSuffixAutomaton(text);
    for (let start = 0; start < text.length; start++) {
      let state = 0;
      for (let end = start + 1; end <= text.length; end++) {
        state = states[state].next.get(text[end - 1]) ?? -1;
        const part = text.slice(start, end);
        const places = Array.from(text).filter((_, place) => text.startsWith(part, place));
        expect(states[state].occurrences).toBe(places.length);
        expect(states[state].length).toBeGreaterThanOrEqual(part.length);
      }
    }
    const substrings = new Set(
      Array.from(text).flatMap((_, start) =>
        Array.from(text.slice(start)).map((_, more) => text.slice(start, start + more + 1)),
      ),
    );
    const lengths = states.slice(1).map(({ length, link }) => length - states[link].length);
    expect(lengths.reduce((sum, count) => sum + count, 0)).toBe(substrings.size);
  }
});
