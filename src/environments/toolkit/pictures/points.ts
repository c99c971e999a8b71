import type { PointsPicture, TooLarge } from "../../../picture.ts";
import {
  type Chosen,
  findExcess,
  isIndex,
  present,
  type Shown,
  toLabel,
  toMarks,
} from "./marks.ts";

type Numbers = readonly (number | bigint)[];

/** A circle: its centre and its radius. */
export type ShownCircle = readonly [x: number, y: number, radius: number];

/** How points in a plane look; `chosen` and `groups` are of points. */
export interface PointsLook extends Chosen {
  /** From which number on points are counted: they are labelled with their numbers. */
  readonly base?: number;
  readonly labels?: readonly Shown[];
  /** The problem's segments and other lines, each through points given by coordinates. */
  readonly lines?: readonly (readonly Numbers[])[];
  readonly lineLabels?: readonly Shown[];
  /** What the answer chose of the lines. */
  readonly chosenLines?: Numbers | undefined;
  readonly lineGroups?: readonly Shown[] | undefined;
  /** Numbers of points that the answer joins, in order. */
  readonly path?: Numbers | undefined;
  /** Numbers of points that the answer makes the corners of a polygon. */
  readonly polygon?: Numbers | undefined;
  /** Points that the answer gives by their coordinates. */
  readonly added?: readonly Numbers[] | undefined;
  /** Lines that the answer gives by their coordinates. */
  readonly addedLines?: readonly (readonly Numbers[])[] | undefined;
  readonly circles?: readonly ShownCircle[];
  readonly addedCircles?: readonly ShownCircle[] | undefined;
  /** Where the axes measure different things. */
  readonly stretched?: true;
}

/** Points, segments and circles in a plane whose y grows upwards, and what an answer chose of them. */
export function pointsPicture(
  points: readonly Numbers[],
  look: PointsLook = {},
): PointsPicture | TooLarge {
  const { base, labels, added = [], circles = [], addedCircles = [], stretched } = look;
  const { lines = [] } = look;
  const excess = findExcess({
    points: points.length,
    lines: lines.length,
    circles: circles.length,
  });
  if (excess) return excess;
  const marks = toMarks(points.length, look, base);
  return present({
    kind: "points" as const,
    points: [
      ...points.map(([x, y], index) => {
        const label = labels?.[index] ?? (base === undefined ? `${x}, ${y}` : index + base);
        return present({ x: Number(x), y: Number(y), label: toLabel(label), mark: marks[index] });
      }),
      ...added
        .filter(isFinitePoint)
        .slice(0, 100)
        .map(([x, y]) => ({ x: Number(x), y: Number(y), mark: 1, added: true as const })),
    ].slice(0, 1_000),
    lines: toLines(points, look),
    circles: [
      ...circles.map(([x, y, radius]) => ({ x, y, radius })),
      ...addedCircles
        .filter((circle) => circle.every(Number.isFinite) && circle[2] >= 0)
        .map(([x, y, radius]) => ({ x, y, radius, mark: 1 })),
    ].slice(0, 1_000),
    stretched,
  });
}

/** The points whose coordinates are integers from 0 to `width` and from 0 to `height`, but for some. */
export function latticePicture(
  width: number,
  height: number,
  missing: readonly Numbers[] = [],
): PointsPicture | TooLarge {
  const excess = findExcess({ points: (width + 1) * (height + 1) });
  if (excess) return excess;
  const isMissing = new Set(missing.map(([x, y]) => `${x} ${y}`));
  const points = Array.from({ length: width + 1 }, (_, x) =>
    Array.from({ length: height + 1 }, (_, y) => [x, y]),
  );
  return pointsPicture(points.flat().filter(([x, y]) => !isMissing.has(`${x} ${y}`)));
}

/** How intervals look; `chosen` and `groups` are of intervals. */
export interface IntervalsLook extends Chosen {
  /** From which number on intervals are counted. */
  readonly base?: number;
  /** What is told of each. */
  readonly notes?: readonly Shown[];
  /** Points of the line that the problem tells of, with what it tells. */
  readonly points?: readonly (readonly [place: number, told: Shown])[];
  /** The places at which the answer cuts through all of them. */
  readonly cuts?: Numbers | undefined;
}

/** Intervals of a line, each below the one before. */
export function intervalsPicture(
  intervals: readonly Numbers[],
  { base = 0, notes, points = [], cuts = [], ...marking }: IntervalsLook = {},
): PointsPicture | TooLarge {
  const count = intervals.length;
  const shown = points.map(([place]) => [place, 1]);
  return pointsPicture(shown, {
    labels: points.map(([, told]) => told),
    lines: intervals.map(([left, right], row) => [
      [left, 0 - row],
      [right, 0 - row],
    ]),
    lineLabels: intervals.map(([left, right], index) =>
      [`${index + base}: ${left}–${right}`, notes?.[index], marking.groups?.[index]]
        .filter((it) => it !== undefined)
        .join(", "),
    ),
    chosenLines: marking.chosen?.map((number) => Number(number) - base),
    lineGroups: marking.groups,
    addedLines: cuts.map((place) => [
      [place, 1],
      [place, -count],
    ]),
    stretched: true,
  });
}

function toLines(points: readonly Numbers[], look: PointsLook): PointsPicture["lines"] {
  const { base = 0, lines = [], lineLabels, chosenLines, lineGroups, path, polygon } = look;
  const marks = toMarks(lines.length, { chosen: chosenLines, groups: lineGroups });
  const corners = (numbers: Numbers) =>
    numbers
      .map((number) => Number(number) - base)
      .filter((index) => isIndex(index, points.length))
      .slice(0, 2 * points.length)
      .map((index) => toPair(points[index]));
  const answered = (look.addedLines ?? [])
    .filter((line) => line.every(isFinitePoint))
    .slice(0, 100)
    .map((line) => ({ through: line.map(toPair), mark: 1 }));
  return [
    ...lines.map((line, index) => {
      const label = lineLabels?.[index];
      return present({
        through: line.map(toPair),
        label: label === undefined ? undefined : toLabel(label),
        mark: marks[index],
      });
    }),
    ...answered,
    ...(path ? [{ through: corners(path), mark: 1 }] : []),
    ...(polygon ? [{ through: corners(polygon), closed: true as const, mark: 1 }] : []),
  ].slice(0, 1_000);
}

function toPair([x, y]: Numbers): [number, number] {
  return [Number(x), Number(y)];
}

function isFinitePoint([x, y]: Numbers): boolean {
  return Number.isFinite(Number(x)) && Number.isFinite(Number(y));
}
