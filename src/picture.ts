import { z } from "zod";

/**
 * A problem as one would sketch it on paper: data, from which a page draws. An environment makes it
 * from what its prompt tells (src/environments/toolkit/pictures/), and with an answer marks there
 * what the answer chose.
 */

/** More than this is a blur, and takes a browser's time: it is not sent. */
export const MOST_DRAWN = {
  cells: 2_500,
  vertices: 200,
  "tree vertices": 500,
  edges: 2_500,
  points: 1_000,
  lines: 1_000,
  circles: 1_000,
  bars: 500,
} as const;

/** The longest text in a picture: a longer one ends with "…". */
export const MAX_LABEL_LENGTH = 32;

const most = MOST_DRAWN;
const label = z.string().max(MAX_LABEL_LENGTH);
const coordinate = z.number();
const index = z.int().min(0);
const mark = z
  .int()
  .min(1)
  .describe(
    "What the answer chose: 1, or the number of its group. Without an answer there is none.",
  );

const Clues = z.array(label).describe("A clue a line, empty where there is none.");

export const GridPicture = z.object({
  kind: z.literal("grid"),
  cells: z
    .array(z.array(label.nullable()))
    .max(most.cells)
    .describe("Rows of cells with what stands in them; null: no cell is there."),
  walls: z
    .array(z.tuple([index, index]))
    .optional()
    .describe("Rows and columns of dark cells."),
  regions: z
    .array(z.array(z.int()))
    .optional()
    .describe("The region of each cell: lines between regions are thick."),
  clues: z
    .object({
      top: Clues.optional(),
      right: Clues.optional(),
      bottom: Clues.optional(),
      left: Clues.optional(),
    })
    .optional(),
  signs: z
    .array(
      z.object({ row: index, column: index, towards: z.enum(["right", "below"]), text: label }),
    )
    .optional()
    .describe("Signs between a cell and the one to its right or below it."),
  marks: z
    .array(z.array(z.int().min(0)))
    .optional()
    .describe("Of each cell; 0: none."),
  paths: z
    .array(z.array(z.tuple([index, index])))
    .optional()
    .describe("Lines that an answer draws through cells: rows and columns."),
});

const Vertex = z.object({
  label,
  note: label.optional().describe("What is told of it besides its name."),
  mark: mark.optional(),
});
const Edge = z.object({
  from: index,
  to: index,
  label: label.optional(),
  directed: z.literal(true).optional(),
  mark: mark.optional(),
  added: z.literal(true).optional().describe("By the answer: the problem has no such edge."),
});

export const GraphPicture = z.object({
  kind: z.literal("graph"),
  vertices: z.array(Vertex).max(most.vertices),
  edges: z.array(Edge).max(most.edges).describe("Their ends are indices of vertices, from 0."),
});

/** A graph that is drawn from its root downwards. */
export const TreePicture = z.object({
  kind: z.literal("tree"),
  root: index,
  vertices: z.array(Vertex).max(most["tree vertices"]),
  edges: z.array(Edge).max(most.edges).describe("Their ends are indices of vertices, from 0."),
});

export const PointsPicture = z.object({
  kind: z.literal("points"),
  points: z
    .array(
      z.object({
        x: coordinate,
        y: coordinate,
        label: label.optional(),
        mark: mark.optional(),
        added: z.literal(true).optional().describe("By the answer."),
      }),
    )
    .max(most.points),
  lines: z
    .array(
      z.object({
        through: z.array(z.tuple([coordinate, coordinate])),
        label: label.optional(),
        closed: z.literal(true).optional().describe("Its last point is joined to the first."),
        mark: mark.optional(),
      }),
    )
    .max(most.lines),
  circles: z
    .array(
      z.object({ x: coordinate, y: coordinate, radius: z.number().min(0), mark: mark.optional() }),
    )
    .max(most.circles),
  stretched: z
    .literal(true)
    .optional()
    .describe("The two axes measure different things, and have scales of their own."),
});

export const BarsPicture = z.object({
  kind: z.literal("bars"),
  bars: z
    .array(z.object({ value: z.number(), label: label.optional(), mark: mark.optional() }))
    .max(most.bars),
});

export const TooLarge = z.object({
  kind: z.literal("too large"),
  amount: z.int(),
  of: z.string().describe("What there is too much of to be drawn: cells, edges, …"),
});

const KINDS = [
  GridPicture,
  GraphPicture,
  TreePicture,
  PointsPicture,
  BarsPicture,
  TooLarge,
] as const;

const OnePicture = z.discriminatedUnion("kind", KINDS);

/** What a problem tells of two things or more. */
export const PartsPicture = z.object({
  kind: z.literal("parts"),
  parts: z.array(z.object({ caption: z.string(), picture: OnePicture })).max(8),
});

export const Picture = z
  .discriminatedUnion("kind", [...KINDS, PartsPicture])
  .describe("The problem as one would sketch it: what its prompt tells, and no more.");

export type GridPicture = z.infer<typeof GridPicture>;
export type GraphPicture = z.infer<typeof GraphPicture>;
export type TreePicture = z.infer<typeof TreePicture>;
export type PointsPicture = z.infer<typeof PointsPicture>;
export type BarsPicture = z.infer<typeof BarsPicture>;
export type TooLarge = z.infer<typeof TooLarge>;
export type OnePicture = z.infer<typeof OnePicture>;
export type PartsPicture = z.infer<typeof PartsPicture>;
export type Picture = z.infer<typeof Picture>;
