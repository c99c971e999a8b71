import { expect, test } from "vitest";
import { JobQueue } from "../../../src/problems/workers/job-queue.ts";
import type { Job } from "../../../src/problems/workers/jobs.ts";

function toJob(kind: string, suspicions = 0): Job {
  const reference = { environment: kind, difficulty: 0, seed: 0 };
  return { work: { work: "generate", reference }, kind, suspicions, settle: () => {} };
}

function toQueue(...jobs: Job[]): JobQueue {
  const queue = new JobQueue();
  for (const job of jobs) queue.push(job);
  return queue;
}

test("free workers get equal shares, in the order of arrival, up to a batch", () => {
  const jobs = Array.from({ length: 10 }, () => toJob("quick"));
  const queue = toQueue(...jobs);
  expect(queue.takeShare(3, 64)).toEqual(jobs.slice(0, 4));
  expect(queue.takeShare(2, 64)).toEqual(jobs.slice(4, 7));
  expect(queue.takeShare(1, 2)).toEqual(jobs.slice(7, 9));
  expect(queue.takeShare(1, 64)).toEqual(jobs.slice(9));
  expect(queue.takeShare(1, 64)).toEqual([]);
});

test("what comes back is next, in its order", () => {
  const [first, second, third] = [toJob("a"), toJob("b"), toJob("c")];
  const queue = toQueue(third);
  queue.return([first, second]);
  expect(queue.takeShare(1, 64)).toEqual([first, second, third]);
});

test("jobs of a slow kind go alone, also those that wait already", () => {
  const [slow, quick, slowToo] = [toJob("slow"), toJob("quick"), toJob("slow")];
  const queue = toQueue(slow, quick);
  queue.markSlow("slow");
  queue.push(slowToo);
  expect(queue.size).toBe(3);
  expect(queue.takeShare(1, 64)).toEqual([quick]);
  expect(queue.takeAlone()).toBe(slow);
  expect(queue.takeAlone()).toBe(slowToo);
  expect(queue.takeAlone()).toBeUndefined();
});

test("a kind that is slow no more returns among the others", () => {
  const queue = toQueue();
  queue.markSlow("slow");
  let alone = 0;
  for (let count = 0; count < 100; count++) {
    queue.push(toJob("slow"));
    if (queue.takeAlone()) alone++;
  }
  expect(alone).toBeGreaterThan(0);
  expect(queue.takeShare(1, 64)).toHaveLength(Math.min(100 - alone, 64));
});

test("jobs suspected of ending their worker go alone", () => {
  const [suspect, other] = [toJob("quick", 1), toJob("quick")];
  const queue = toQueue(other);
  queue.return([suspect]);
  expect(queue.takeAlone()).toBe(suspect);
  expect(queue.takeShare(1, 64)).toEqual([other]);
});

test("slow kinds are forgotten, the oldest first, not collected for ever", () => {
  const queue = toQueue();
  for (let kind = 0; kind < 5000; kind++) queue.markSlow(`kind ${kind}`);
  queue.push(toJob("kind 0"));
  expect(queue.takeAlone()).toBeUndefined();
  queue.push(toJob("kind 4999"));
  expect(queue.takeAlone()).toMatchObject({ kind: "kind 4999" });
});

test("hundreds of thousands of waiting jobs can prove slow", () => {
  const queue = new JobQueue();
  for (let count = 0; count < 300_000; count++) queue.push(toJob("slow"));
  queue.markSlow("slow");
  expect(queue.size).toBe(300_000);
  expect(queue.takeShare(1, 64)).toEqual([]);
});
