/** How many points of [−2, 2] two functions are compared at. */
export const POINT_COUNT = 1024;
const FIRST = -2;
const WIDTH = 4;
/** Odd, so that its multiples go through all points; near the golden section of their number. */
const STRIDE = 633;

/**
 * Equally spaced points of [−2, 2], both ends included, in an order in which every run of points is
 * spread over the interval, so that what is wrong in a part of it shows early.
 */
export const TEST_POINTS: readonly number[] = Array.from({ length: POINT_COUNT }, (_, position) => {
  const index = (position * STRIDE) % POINT_COUNT;
  return FIRST + (WIDTH * index) / (POINT_COUNT - 1);
});
