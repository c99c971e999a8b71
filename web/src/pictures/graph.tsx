import { type GraphPicture, MAX_DRAWN } from "./picture.ts";
import { type Place, Vertices } from "./vertices.tsx";

const SIZE = 480;
const MARGIN = 28;

/** Vertices on a circle, which shows every edge and changes nothing between two looks. */
export function Graph({ of: picture }: { of: GraphPicture }) {
  const { vertices, edges } = picture;
  if (vertices > 200 || edges.length > MAX_DRAWN) return null;
  const radius = SIZE / 2 - MARGIN;
  const places: Place[] = Array.from({ length: vertices }, (_, index) => {
    const angle = (2 * Math.PI * index) / vertices - Math.PI / 2;
    return [SIZE / 2 + radius * Math.cos(angle), SIZE / 2 + radius * Math.sin(angle)];
  });
  return <Vertices picture={picture} places={places} width={SIZE} height={SIZE} name="graph" />;
}
