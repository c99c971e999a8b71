import type { OnePicture, Picture, TooLarge } from "../../../src/picture.ts";
import { Bars } from "./bars.tsx";
import { Graph } from "./graph.tsx";
import { Grid } from "./grid.tsx";
import { Points } from "./points.tsx";
import { Tree } from "./tree.tsx";

/** A problem as one would sketch it, before an answer or with what that chose. */
export function Drawing({ of: picture, isAnswered }: { of: Picture; isAnswered: boolean }) {
  const parts =
    picture.kind === "parts" ? picture.parts : [{ caption: NAMES[picture.kind], picture }];
  return (
    <section class="pictures" aria-label="Picture">
      {parts.map(({ caption, picture: part }) => (
        <figure class="picture">
          {draw(part)}
          <figcaption class="quiet">
            {caption}
            {isAnswered && ", with the answer"}
          </figcaption>
        </figure>
      ))}
    </section>
  );
}

const NAMES: Record<OnePicture["kind"], string> = {
  grid: "The problem as a grid",
  graph: "The problem as a graph",
  tree: "The problem as a tree",
  points: "The problem in the plane",
  bars: "The problem as bars",
  "too large": "The problem",
};

function draw(picture: OnePicture) {
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
    case "too large":
      return <Excess of={picture} />;
  }
}

function Excess({ of: { amount, of } }: { of: TooLarge }) {
  return (
    <p>
      Too large to draw: {amount.toLocaleString("en")} {of}.
    </p>
  );
}
