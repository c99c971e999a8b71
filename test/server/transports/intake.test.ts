import { expect, onTestFinished, test } from "vitest";
import { Intake } from "../../../src/server/transports/intake.ts";

function openIntake(allowance: number): Intake {
  const intake = new Intake(allowance);
  onTestFinished(() => intake.close());
  return intake;
}

test("of messages that hold the whole allowance together one goes on, then the next", () => {
  const intake = openIntake(30);
  const done: string[] = [];
  const messages = ["a", "b", "c"].map((name) => ({ hasRoom: () => done.push(name) }));
  const [first, second, third] = messages;
  for (const _ of messages) intake.take(10);
  expect(intake.mayGoOn(first)).toBe(true);
  for (const message of [second, third]) {
    expect(intake.mayGoOn(message)).toBe(false);
    intake.await(message);
  }
  // The first one has all of its bytes, then gives them back; others have taken what it leaves.
  intake.take(20);
  intake.giveBack(20);
  intake.stopWaiting(first);
  expect(done).toEqual(["b"]);
  expect(intake.mayGoOn(second)).toBe(true);
  intake.stopWaiting(second);
  expect(done).toEqual(["b", "c"]);
});
