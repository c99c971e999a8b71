/** Where trainers' rows, or what their reward functions were given of them, keep a problem's id. */
const PLACES = [
  ["info", "problem_id"],
  ["extra_info", "problem_id"],
  ["metadata", "problem_id"],
  ["reward_model", "ground_truth"],
  ["reward_spec", "ground_truth"],
  ["ground_truth"],
  ["label"],
] as const;

const PROBLEM_ID = /^[A-Za-z0-9_]+@\d+\/\d+\/\d+$/;

/**
 * The problem id of a row of whatever format; null where it has none. A trainer may have dropped the
 * column `problem_id` and kept what its reward function is given.
 */
export function findProblemId(row: Readonly<Record<string, unknown>>): string | null {
  for (const path of PLACES) {
    let value: unknown = row;
    for (const key of path) value = isObject(value) ? value[key] : undefined;
    if (typeof value === "string" && PROBLEM_ID.test(value)) return value;
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
