import { UnionFind } from "../../toolkit/graphs/union-find.ts";

/** How many cards have each of three colours. */
export interface Colours {
  readonly R: number;
  readonly G: number;
  readonly B: number;
}

/** The orbits of 0..N − 1 under permutations. */
export function orbitsOf(N: number, generators: readonly (readonly number[])[]): number[][] {
  const sets = new UnionFind(N);
  for (const generator of generators) {
    for (const [from, to] of generator.entries()) sets.unite(from, to);
  }
  const orbits = new Map<number, number[]>();
  for (let element = 0; element < N; element++) {
    const root = sets.find(element);
    orbits.set(root, [...(orbits.get(root) ?? []), element]);
  }
  return [...orbits.values()];
}

/** Classes of colourings, joined by each generator one by one. O(colourings · generators · N). */
export function countByExploring(
  generators: readonly (readonly number[])[],
  colours: Colours,
): number {
  const colourings = allColourings(colours);
  const number = new Map(colourings.map((colouring, index) => [colouring, index]));
  const classes = new UnionFind(colourings.length);
  for (const generator of generators) {
    for (const [index, colouring] of colourings.entries()) {
      const shuffled = new Array<string>(colouring.length);
      for (const [from, to] of generator.entries()) shuffled[to] = colouring[from];
      classes.unite(index, number.get(shuffled.join("")) ?? index);
    }
  }
  return classes.count;
}

/** All texts of so many letters R, G and B. */
function allColourings({ R, G, B }: Colours): string[] {
  if (R + G + B === 0) return [""];
  return [
    ...(R > 0 ? allColourings({ R: R - 1, G, B }).map((rest) => `R${rest}`) : []),
    ...(G > 0 ? allColourings({ R, G: G - 1, B }).map((rest) => `G${rest}`) : []),
    ...(B > 0 ? allColourings({ R, G, B: B - 1 }).map((rest) => `B${rest}`) : []),
  ];
}
