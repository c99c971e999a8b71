import type { SchemaElement } from "hyparquet-writer";
import { stringifyJson } from "../protocol/codecs/lossless.ts";
import type { Column, Columns } from "./column.ts";

/* Columns as Parquet has them: texts, 64-bit integers, lists of three levels and groups of fields. */

/** The schema of a file with these columns. */
export function toSchema(columns: Columns): SchemaElement[] {
  return [{ name: "root", num_children: Object.keys(columns).length }, ...toElements(columns)];
}

function toElements(columns: Columns): SchemaElement[] {
  return Object.entries(columns).flatMap(([name, column]) => toElement(name, column));
}

function toElement(name: string, column: Column): SchemaElement[] {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  if (column === "integer") return [{ ...optional, type: "INT64" }];
  if (typeof column === "string") {
    return [{ ...optional, type: "BYTE_ARRAY", converted_type: "UTF8" }];
  }
  if ("fields" in column) {
    const { fields } = column;
    return [{ ...optional, num_children: Object.keys(fields).length }, ...toElements(fields)];
  }
  return [
    { ...optional, converted_type: "LIST", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    ...toElement("element", column.list),
  ];
}

/** A value as the writer takes it: integers as bigints, JSON as its text. */
export function toCell(value: unknown, column: Column): unknown {
  if (value === null || value === undefined) return null;
  if (column === "integer") return BigInt(value as number);
  if (column === "json") return stringifyJson(value);
  if (typeof column === "string") return value;
  if ("list" in column) return (value as unknown[]).map((element) => toCell(element, column.list));
  const record = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(column.fields).map(([name, field]) => [name, toCell(record[name], field)]),
  );
}
