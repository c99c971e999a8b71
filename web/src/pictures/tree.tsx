import type { TreePicture } from "../../../src/picture.ts";
import { type Place, Vertices } from "./vertices.tsx";

const STEP = 44;

/** A tree from its root downwards: leaves side by side, every other vertex above its children. */
export function Tree({ of: { vertices, edges, root } }: { of: TreePicture }) {
  const neighbours: number[][] = vertices.map(() => []);
  for (const { from, to, added } of edges) {
    if (added) continue;
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  const { places, width, depth } = layOut(neighbours, root);
  const height = (depth + 1) * STEP * 1.3;
  return <Vertices {...{ vertices, edges, places, width, height }} name="tree" />;
}

interface Layout {
  readonly places: readonly Place[];
  readonly width: number;
  readonly depth: number;
}

/**
 * In order of first sight, and back: no recursion, which a path of many vertices would exhaust. What
 * hangs on another root stands beside.
 */
function layOut(neighbours: readonly (readonly number[])[], root: number): Layout {
  const parent = new Map<number, number>();
  const depths: number[] = neighbours.map(() => 0);
  const order: number[] = [];
  for (const top of [root, ...neighbours.keys()]) {
    if (parent.has(top)) continue;
    parent.set(top, -1);
    const stack = [top];
    for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
      order.push(vertex);
      for (const next of neighbours[vertex] ?? []) {
        if (parent.has(next)) continue;
        parent.set(next, vertex);
        depths[next] = (depths[vertex] ?? 0) + 1;
        stack.push(next);
      }
    }
  }
  const xs: number[] = neighbours.map(() => 0);
  let leaves = 0;
  for (const vertex of order.toReversed()) {
    const children = (neighbours[vertex] ?? []).filter((next) => parent.get(next) === vertex);
    const sum = children.reduce((total, child) => total + (xs[child] ?? 0), 0);
    xs[vertex] = children.length === 0 ? leaves++ : sum / children.length;
  }
  return {
    places: xs.map((x, vertex) => [(x + 0.5) * STEP, ((depths[vertex] ?? 0) + 0.5) * STEP * 1.3]),
    width: Math.max(1, leaves) * STEP,
    depth: Math.max(0, ...depths),
  };
}
