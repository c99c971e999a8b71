import { expect, test } from "vitest";
import type { Caller } from "../../../src/problems/problems.ts";
import { type AlonePermit, JobQueue } from "../../../src/problems/workers/job-queue.ts";
import { Job } from "../../../src/problems/workers/jobs.ts";

const NOBODY: Caller = {};
const ANY: AlonePermit = { mayHave: () => true, slowToo: true };

function toJob(
  name: string,
  { level = 0, caller = NOBODY, bytes = 1, isSuspect = false } = {},
): Job {
  const reference = { environment: name, difficulty: level, seed: 0 };
  const job = new Job({ work: "generate", reference }, bytes, caller, () => {});
  job.isSuspect = isSuspect;
  return job;
}

function toJobs(count: number, name: string, options?: Parameters<typeof toJob>[1]): Job[] {
  return Array.from({ length: count }, () => toJob(name, options));
}

/** A queue that knows these kinds to be quick. */
function toQueue(...quick: string[]): JobQueue {
  const queue = new JobQueue();
  for (const name of quick) queue.markQuick({ name, level: 0 });
  return queue;
}

function push(queue: JobQueue, ...jobs: Job[]): void {
  for (const job of jobs) queue.push(job);
}

function takeAllAlone(queue: JobQueue): Job[] {
  const jobs: Job[] = [];
  for (let job = queue.takeAlone(ANY); job !== undefined; job = queue.takeAlone(ANY)) {
    jobs.push(job);
  }
  return jobs;
}

test("free workers get equal shares, in the order of arrival, up to a batch", () => {
  const jobs = toJobs(10, "quick");
  const queue = toQueue("quick");
  push(queue, ...jobs);
  expect(queue.takeShare(3, 64, 1e6)).toEqual(jobs.slice(0, 4));
  expect(queue.takeShare(2, 64, 1e6)).toEqual(jobs.slice(4, 7));
  expect(queue.takeShare(1, 2, 1e6)).toEqual(jobs.slice(7, 9));
  expect(queue.takeShare(1, 64, 1e6)).toEqual(jobs.slice(9));
  expect(queue.takeShare(1, 64, 1e6)).toEqual([]);
});

test("a share holds so many bytes, and one job at least", () => {
  const queue = toQueue("quick");
  push(queue, ...toJobs(5, "quick", { bytes: 400 }), toJob("quick", { bytes: 5000 }));
  expect(queue.takeShare(1, 64, 1000)).toHaveLength(3);
  expect(queue.takeShare(1, 64, 700)).toHaveLength(2);
  expect(queue.takeShare(1, 64, 1000)).toHaveLength(1);
});

test("callers take turns, however many jobs one of them has", () => {
  const [many, few] = [{ name: "many" }, { name: "few" }];
  const queue = toQueue("quick");
  push(queue, ...toJobs(100, "quick", { caller: many }));
  push(queue, ...toJobs(2, "quick", { caller: few }));
  const callers = queue.takeShare(1, 5, 1e6).map(({ caller }) => caller);
  expect(callers).toEqual([many, few, many, few, many]);
});

test("who waits for another's job has it at their own turn", () => {
  const [many, other] = [{ name: "many" }, { name: "other" }];
  const queue = toQueue("quick");
  const jobs = toJobs(100, "quick", { caller: many });
  push(queue, ...jobs);
  queue.join(jobs[99], other);
  expect(queue.takeShare(1, 2, 1e6)).toEqual([jobs[0], jobs[99]]);
  expect(queue.size).toBe(98);
  expect(queue.takeShare(1, 200, 1e6)).toEqual(jobs.slice(1, 99));
  expect(queue.size).toBe(0);
});

test("what comes back is next, in its order", () => {
  const [first, second, third] = toJobs(3, "quick");
  const queue = toQueue("quick");
  queue.push(third);
  queue.return([first, second]);
  expect(queue.takeShare(1, 64, 1e6)).toEqual([first, second, third]);
});

test("a new kind goes alone until one was quick; then those that wait move over", () => {
  const queue = toQueue();
  const jobs = toJobs(5, "new");
  push(queue, ...jobs);
  expect(queue.takeShare(1, 64, 1e6)).toEqual([]);
  expect(queue.takeAlone(ANY)).toBe(jobs[0]);
  queue.markQuick({ name: "new", level: 0 });
  expect(queue.takeAlone(ANY)).toBeUndefined();
  expect(queue.takeShare(1, 64, 1e6)).toEqual(jobs.slice(1));
});

test("a level far above what was seen goes alone, one a little above does not", () => {
  const queue = toQueue("known");
  const [near, far] = [toJob("known", { level: 2 }), toJob("known", { level: 30 })];
  push(queue, far, near);
  expect(queue.takeShare(1, 64, 1e6)).toEqual([near]);
  expect(queue.takeAlone(ANY)).toBe(far);
});

test("jobs of a slow kind go alone, from their level on, also those that wait already", () => {
  const queue = toQueue("slow", "quick");
  const [slow, quick, higher] = [toJob("slow"), toJob("quick"), toJob("slow", { level: 1 })];
  push(queue, slow, quick);
  queue.markSlow({ name: "slow", level: 0 });
  queue.push(higher);
  expect(queue.size).toBe(3);
  expect(queue.takeShare(1, 64, 1e6)).toEqual([quick]);
  expect(takeAllAlone(queue)).toEqual([slow, higher]);
});

test("a kind that is slow no more returns among the others", () => {
  const queue = toQueue();
  queue.markSlow({ name: "slow", level: 0 });
  push(queue, ...toJobs(16, "slow"));
  expect(takeAllAlone(queue)).toHaveLength(16);
  queue.markQuick({ name: "slow", level: 0 });
  push(queue, ...toJobs(3, "slow"));
  expect(queue.takeShare(1, 64, 1e6)).toHaveLength(3);
});

test("slow jobs and new ones take turns, and either can be held back", () => {
  const queue = toQueue();
  const caller = { name: "held" };
  queue.markSlow({ name: "slow", level: 0 });
  push(queue, ...toJobs(3, "slow"), ...toJobs(2, "new"), toJob("new", { caller }));
  const notHeld: AlonePermit = { mayHave: (other) => other !== caller, slowToo: true };
  const names = [0, 1, 2].map(() => queue.takeAlone(notHeld)?.kind.name);
  expect(new Set(names.slice(0, 2))).toEqual(new Set(["slow", "new"]));
  expect(queue.takeAlone({ ...ANY, slowToo: false })?.kind.name).toBe("new");
  expect(queue.takeAlone({ mayHave: () => false, slowToo: true })).toBeUndefined();
});

test("jobs suspected of ending their worker go alone", () => {
  const [suspect, other] = [toJob("quick", { isSuspect: true }), toJob("quick")];
  const queue = toQueue("quick");
  queue.push(other);
  queue.return([suspect]);
  expect(queue.takeAlone(ANY)).toBe(suspect);
  expect(queue.takeShare(1, 64, 1e6)).toEqual([other]);
});

test("hundreds of thousands of waiting jobs can prove slow, and be taken out", () => {
  const queue = toQueue("slow");
  for (const job of toJobs(300_000, "slow")) queue.push(job);
  queue.markSlow({ name: "slow", level: 0 });
  expect(queue.size).toBe(300_000);
  expect(queue.takeShare(1, 64, 1e6)).toEqual([]);
  expect(queue.clear()).toHaveLength(300_000);
  expect(queue.size).toBe(0);
});
