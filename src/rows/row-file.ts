import { closeSync, openSync, writeSync } from "node:fs";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import { stringifyJson } from "../protocol/codecs/lossless.ts";
import type { Columns } from "./column.ts";
import { toCell, toSchema } from "./parquet.ts";

export type Row = Readonly<Record<string, unknown>>;

/** A file that rows are written to, at its end. */
export interface RowFile {
  /** How large it is, as far as that is known. */
  readonly bytes: number;
  write(rows: readonly Row[]): void;
  close(): void;
}

/** Opens a file of rows, Parquet or JSON lines by its ending. */
export function openRowFile(path: string, columns: Columns): RowFile {
  return path.endsWith(".parquet") ? openParquet(path, columns) : openJsonLines(path);
}

/** A row as a line of JSON. */
export function toLine(row: Row): string {
  return `${stringifyJson(row)}\n`;
}

function openJsonLines(path: string): RowFile {
  const file = openSync(path, "w");
  let bytes = 0;
  return {
    get bytes() {
      return bytes;
    },
    write(rows) {
      // A write may take a part only.
      let data = Buffer.from(rows.map(toLine).join(""));
      bytes += data.length;
      while (data.length > 0) data = data.subarray(writeSync(file, data));
    },
    close: () => closeSync(file),
  };
}

/** A group of rows is kept until it is written: so many, or fewer where their texts are long. */
const GROUP = { rows: 2_500, characters: 2 ** 22 };

function openParquet(path: string, columns: Columns): RowFile {
  const writer = fileWriter(path);
  const parquet = new ParquetWriter({ writer, schema: toSchema(columns) });
  let group: Row[] = [];
  let characters = 0;

  function writeGroup(): void {
    const columnData = Object.entries(columns).map(([name, column]) => ({
      name,
      data: group.map((row) => toCell(row[name], column)),
    }));
    parquet.write({ columnData, rowGroupSize: group.length });
    group = [];
    characters = 0;
  }

  return {
    get bytes() {
      return writer.offset;
    },
    write(rows) {
      for (const row of rows) {
        group.push(row);
        characters += lengthOf(row);
        if (group.length === GROUP.rows || characters >= GROUP.characters) writeGroup();
      }
    },
    close() {
      if (group.length > 0) writeGroup();
      parquet.finish();
    },
  };
}

/** About how much text a row holds. */
function lengthOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  return Object.values(value).reduce<number>((sum, part) => sum + lengthOf(part), 0);
}
