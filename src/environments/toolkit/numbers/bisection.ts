/**
 * The least integer of [low, high] that is enough, where `high` is and every integer above one that
 * is enough is, too: bisection, O(log(high − low)) trials.
 */
export function leastInteger(
  low: number,
  high: number,
  isEnough: (candidate: number) => boolean,
): number {
  let [below, enough] = [low - 1, high];
  while (enough - below > 1) {
    const middle = below + Math.floor((enough - below) / 2);
    if (isEnough(middle)) enough = middle;
    else below = middle;
  }
  return enough;
}
