import type { OnePicture, PartsPicture } from "../../../picture.ts";

/** Pictures beside each other, by their captions. */
export function partsPicture(parts: Readonly<Record<string, OnePicture>>): PartsPicture {
  return {
    kind: "parts",
    parts: Object.entries(parts).map(([caption, picture]) => ({ caption, picture })),
  };
}
