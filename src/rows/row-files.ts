import { renameSync, rmSync } from "node:fs";
import { join, parse } from "node:path";
import type { Columns } from "./column.ts";
import { openRowFile, type Row, type RowFile } from "./row-file.ts";

export interface RowFilesOptions {
  readonly path: string;
  readonly columns: Columns;
  /** From how many bytes on a further file is begun; without it there is one. */
  readonly maxBytes?: number | undefined;
}

/** The file of the rows, or files `NAME-00000.ENDING`, …, where they are to be of a size. */
export class RowFiles {
  readonly #options: RowFilesOptions;
  readonly #paths: string[] = [];
  #file: RowFile;
  #isOpen = true;

  constructor(options: RowFilesOptions) {
    this.#options = options;
    this.#file = this.#open();
  }

  /** The files so far, in order. */
  get paths(): readonly string[] {
    return this.#paths;
  }

  write(rows: readonly Row[]): void {
    for (const row of rows) {
      const { maxBytes } = this.#options;
      if (maxBytes !== undefined && this.#file.bytes >= maxBytes) {
        this.#file.close();
        this.#file = this.#open();
      }
      this.#file.write([row]);
    }
  }

  /** Files have their names from here on: an export that ends before leaves none that is cut short. */
  finish(): void {
    this.#close();
    for (const path of this.#paths) renameSync(toPart(path), path);
  }

  /** Gives up what is not finished, and leaves nothing of it. */
  discard(): void {
    if (this.#isOpen) this.#close();
    for (const path of this.#paths) rmSync(toPart(path), { force: true });
  }

  #close(): void {
    this.#isOpen = false;
    this.#file.close();
  }

  #open(): RowFile {
    const { path, columns, maxBytes } = this.#options;
    const { dir, name, ext } = parse(path);
    const number = String(this.#paths.length).padStart(5, "0");
    const own = maxBytes === undefined ? path : join(dir, `${name}-${number}${ext}`);
    this.#paths.push(own);
    return openRowFile(toPart(own), columns);
  }
}

/** The name of a file that is not complete; the ending says what it holds. */
function toPart(path: string): string {
  const { dir, base } = parse(path);
  return join(dir, `.part-${base}`);
}
