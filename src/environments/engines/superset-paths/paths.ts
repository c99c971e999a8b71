import { pascalTriangleModulo } from "../../toolkit/numbers/binomials.ts";
import { popCount } from "../../toolkit/numbers/bits.ts";
import { remainder } from "../../toolkit/numbers/modular.ts";

/** A point of space whose coordinates are sets of bits. */
export type Point = [x: number, y: number, z: number];

export function bitsOf(point: Point): number {
  return popCount(point[0]) + popCount(point[1]) + popCount(point[2]);
}

export function isSubmask(inner: Point, outer: Point): boolean {
  return inner.every((value, axis) => (value & outer[axis]) === value);
}

/** Paths between points that differ in so many bits of each axis, banned points not regarded. */
type FreePaths = (from: Point, to: Point) => number;

/** W(a, b, c): the first step adds some bits of one axis. O(d⁴) for d bits an axis. */
function freePathsWithin(target: Point, modulus: number): FreePaths {
  const [A, B, C] = target.map(popCount);
  const choose = pascalTriangleModulo(Math.max(A, B, C), modulus);
  const index = (a: number, b: number, c: number) => (a * (B + 1) + b) * (C + 1) + c;
  const ways = new Float64Array((A + 1) * (B + 1) * (C + 1));
  for (let a = 0; a <= A; a++) {
    for (let b = 0; b <= B; b++) {
      for (let c = 0; c <= C; c++) {
        let total = a + b + c === 0 ? 1 : 0;
        for (let i = 0; i < a; i++) total += choose[a][i] * ways[index(i, b, c)];
        for (let i = 0; i < b; i++) total += choose[b][i] * ways[index(a, i, c)];
        for (let i = 0; i < c; i++) total += choose[c][i] * ways[index(a, b, i)];
        ways[index(a, b, c)] = total % modulus;
      }
    }
  }
  return (from, to) =>
    ways[index(popCount(from[0] ^ to[0]), popCount(from[1] ^ to[1]), popCount(from[2] ^ to[2]))];
}

/**
 * To each banned point, and to the target: all paths without those whose first banned point is
 * another one before it. O(O² + d⁴).
 */
export function countPaths(target: Point, obstacles: readonly Point[], modulus: number): number {
  const free = freePathsWithin(target, modulus);
  const points = [...obstacles].sort((p, q) => bitsOf(p) - bitsOf(q));
  points.push(target);
  const clean: number[] = [];
  for (const [index, point] of points.entries()) {
    let paths = free([0, 0, 0], point);
    for (let before = 0; before < index; before++) {
      if (isSubmask(points[before], point)) {
        paths = remainder(paths - clean[before] * free(points[before], point), modulus);
      }
    }
    clean.push(paths);
  }
  return clean[obstacles.length];
}
