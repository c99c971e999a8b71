import { expect } from "vitest";

/** The fields of a puzzle of counted lines. */
export interface CountedLines {
  row_counts: number[];
  col_counts: number[];
  matrix: string[];
  reference_answer: string;
}

/** Expects gold and answer to keep clues and counts, with no line in which the pattern occurs. */
export function expectCountedLines(
  { row_counts, col_counts, matrix, reference_answer }: CountedLines,
  answer: string,
  forbidden: RegExp,
): void {
  for (const text of [reference_answer, answer]) {
    const rows = text.split("\n");
    const columns = col_counts.map((_, j) => rows.map((row) => row[j]).join(""));
    const ones = (line: string) => line.replaceAll("0", "").length;
    expect([rows.map(ones), columns.map(ones)]).toEqual([row_counts, col_counts]);
    for (const line of [...rows, ...columns]) expect(line).not.toMatch(forbidden);
    const clues = matrix.join("\n");
    expect(text).toMatch(new RegExp(`^${clues.replaceAll("*", "[01]")}$`));
  }
}
