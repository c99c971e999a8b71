import { expect, test } from "vitest";
import { UnsentReplies } from "../../../src/server/sockets/unsent.ts";
import { FakeSocket } from "./fake-socket.ts";

const MIB = 2 ** 20;

function socketsWith(...buffered: number[]): FakeSocket[] {
  return buffered.map((bytes) => Object.assign(new FakeSocket(), { bufferedBytes: bytes }));
}

test("beyond the bound for all, those with the most unsent are cut off, and no more of them", () => {
  let cutOff = 0;
  const unsent = new UnsentReplies(20 * MIB, () => cutOff++);
  const sockets = socketsWith(0, 15 * MIB, MIB, 12 * MIB, 6 * MIB);
  for (const socket of sockets) unsent.add(socket);
  unsent.note(10 * MIB);
  expect(sockets.map(({ isTerminated }) => isTerminated)).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
  expect(cutOff).toBe(1);
});

test("within the bound nobody is, nor who has gone", () => {
  const unsent = new UnsentReplies(20 * MIB);
  const [gone, ...others] = socketsWith(30 * MIB, 10 * MIB, 10 * MIB);
  for (const socket of [gone, ...others]) unsent.add(socket);
  unsent.delete(gone);
  unsent.note(10 * MIB);
  expect([gone, ...others].some(({ isTerminated }) => isTerminated)).toBe(false);
});
