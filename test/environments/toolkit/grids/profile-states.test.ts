import { expect, test } from "vitest";
import { ProfileStates } from "../../../../src/environments/toolkit/grids/profile-states.ts";

test("each state is kept once, with its least excess up to the limit and where that came from", () => {
  const states = new ProfileStates(4, 10);
  states.add(1, 2, 7, 100);
  states.add(2, 1, 11, 101);
  states.add(1, 2, 5, 102);
  states.add(1, 2, 6, 103);
  states.add(2, 1, 10, 104);
  expect(states.count).toBe(2);
  expect([...states.chosen.slice(0, 2)]).toEqual([1, 2]);
  expect([...states.open.slice(0, 2)]).toEqual([2, 1]);
  expect([...states.excess.slice(0, 2)]).toEqual([5, 10]);
  expect([...states.origin.slice(0, 2)]).toEqual([102, 104]);
});

test("a table as full as its capacity keeps all states apart", () => {
  const states = new ProfileStates(1_000, 0);
  for (let state = 0; state < 1_000; state++) states.add(state % 40, state, 0, state);
  for (let state = 0; state < 1_000; state++) states.add(state % 40, state, 0, -1);
  expect(states.count).toBe(1_000);
  expect([...states.origin]).toEqual([...states.open]);
});
