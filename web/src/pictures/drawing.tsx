import { Bars } from "./bars.tsx";
import { Graph } from "./graph.tsx";
import { Grid } from "./grid.tsx";
import type { Picture } from "./picture.ts";
import { Points } from "./points.tsx";
import { Tree } from "./tree.tsx";

/** A problem as one would sketch it; nothing where it is of no kind that is known here. */
export function Drawing({ of: picture }: { of: Picture }) {
  const drawn = draw(picture);
  if (drawn === null) return null;
  return (
    <figure class="picture">
      {drawn}
      <figcaption class="quiet">The data as a {NAMES[picture.kind]}</figcaption>
    </figure>
  );
}

const NAMES: Record<Picture["kind"], string> = {
  grid: "grid",
  graph: "graph",
  tree: "tree",
  points: "plane",
  bars: "bar chart",
};

function draw(picture: Picture) {
  switch (picture.kind) {
    case "grid":
      return <Grid of={picture} />;
    case "graph":
      return <Graph of={picture} />;
    case "tree":
      return <Tree of={picture} />;
    case "points":
      return <Points of={picture} />;
    case "bars":
      return <Bars of={picture} />;
    default:
      return null;
  }
}
