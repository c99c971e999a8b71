import { expect, test } from "vitest";
import { countPartitions } from "../../../../src/environments/toolkit/numbers/partitions.ts";

test("partitions into K parts, as their recurrence gives them", () => {
  const largest = 700;
  // counts[n] has the partitions of n into parts of at most `part`, which are as many as those of
  // n + part into exactly `part` parts.
  const counts = [1n, ...new Array<bigint>(largest).fill(0n)];
  for (let part = 1; part <= largest; part++) {
    for (let n = part; n <= largest; n++) counts[n] += counts[n - part];
    for (const N of [part, 2 * part, 355, largest - 1, largest]) {
      if (N >= part && N - part <= largest) {
        expect(countPartitions(N, part), `${N} ${part}`).toBe(counts[N - part]);
      }
    }
  }
});

test("a count of many digits", () => {
  // The partitions of 10000 (A000041), which are those of 20000 into 10000 parts.
  expect(String(countPartitions(20_000, 10_000))).toBe(
    "36167251325636293988820471890953695495016030339315650422081868605887952568754066420592310556052906916435144",
  );
});
