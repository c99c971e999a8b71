import type { GraphPicture } from "../../../src/picture.ts";
import { type Place, Vertices } from "./vertices.tsx";

const MARGIN = 36;

/** Vertices on a circle, which shows every edge and changes nothing between two looks. */
export function Graph({ of: { vertices, edges } }: { of: GraphPicture }) {
  const size = vertices.length > 60 ? 960 : vertices.length > 25 ? 720 : 480;
  const radius = size / 2 - MARGIN;
  const places = vertices.map((_, index): Place => {
    const angle = (2 * Math.PI * index) / vertices.length - Math.PI / 2;
    return [size / 2 + radius * Math.cos(angle), size / 2 + radius * Math.sin(angle)];
  });
  return <Vertices {...{ vertices, edges, places }} width={size} height={size} name="graph" />;
}
