import { parseInteger } from "../numbers/parse.ts";
import type { AnswerForm } from "./answer-form.ts";

/** The rows of an adjacency matrix, of as many letters Y and N as there are rows. */
export type MatrixRows = readonly string[];

const LINE_END = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;
const ROW = /^[NY]*$/;

/**
 * The adjacency matrix of a simple undirected graph: a line with the number of vertices, then its rows.
 * Line feeds decide how many lines there are, but a row also ends at any other line end.
 */
export const adjacencyMatrix: AnswerForm<MatrixRows> = {
  description: "a line with a number N, then N lines of N letters Y or N",
  parse(text) {
    const trimmed = text.trim();
    const end = trimmed.indexOf("\n");
    if (end === -1) return null;
    const N = parseInteger(trimmed.slice(0, end).trim());
    const rest = trimmed.slice(end + 1);
    if (N === null || rest.split("\n").length !== N) return null;
    const rows = rest.split(LINE_END).slice(0, N);
    const isMatrix = rows.length === N && rows.every((row) => row.length === N && ROW.test(row));
    return isMatrix && isSymmetric(rows) ? rows : null;
  },
};

function isSymmetric(rows: MatrixRows): boolean {
  for (let i = 0; i < rows.length; i++) {
    if (rows[i][i] !== "N") return false;
    for (let j = 0; j < i; j++) if (rows[i][j] !== rows[j][i]) return false;
  }
  return true;
}
