/**
 * A selection of vertices with its value (a cost or a gain), built from smaller ones without copying
 * them: what dynamic programming over a tree keeps, so that the best value comes with its vertices.
 */
export interface Selection {
  readonly value: number;
  readonly vertex?: number;
  readonly parts?: readonly [Selection, Selection];
}

/** No vertex, with a value. */
export function nothing(value = 0): Selection {
  return { value };
}

/** One vertex, with its value. */
export function only(vertex: number, value: number): Selection {
  return { value, vertex };
}

/** Two selections of different vertices together; `gain` comes to their values. */
export function together(a: Selection, b: Selection, gain = 0): Selection {
  return { value: a.value + b.value + gain, parts: [a, b] };
}

/** The selection of the smaller value, the first of equals. */
export function cheaper(a: Selection, b: Selection): Selection {
  return b.value < a.value ? b : a;
}

/** The selection of the larger value, the first of equals. */
export function dearer(a: Selection, b: Selection): Selection {
  return b.value > a.value ? b : a;
}

/**
 * The best selections of two disjoint parts by their counts, given those of each part by theirs
 * (index k: k vertices). Over a whole tree these merges take O(vertices²).
 */
export function mergeByCount(
  a: readonly Selection[],
  b: readonly Selection[],
  better: (a: Selection, b: Selection) => Selection,
): Selection[] {
  const merged: Selection[] = [];
  for (const [i, first] of a.entries()) {
    for (const [j, second] of b.entries()) {
      const both = together(first, second);
      merged[i + j] = i + j in merged ? better(merged[i + j], both) : both;
    }
  }
  return merged;
}

/** The vertices of a selection, in time linear in what it is built from. */
export function verticesOf(selection: Selection): number[] {
  const vertices: number[] = [];
  const stack = [selection];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.vertex !== undefined) vertices.push(next.vertex);
    if (next.parts !== undefined) stack.push(...next.parts);
  }
  return vertices;
}
