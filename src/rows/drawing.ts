import type { RegisteredEnvironment } from "../environments/registry.ts";
import { Random } from "../environments/toolkit/random/random.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import type { InProcessProblems } from "../problems/in-process.ts";
import type { Problem } from "../problems/problem.ts";
import { followingSeed } from "../problems/reference.ts";
import type { Split } from "../problems/split.ts";
import { Prompts } from "./distinct.ts";
import { Shares } from "./shares.ts";

/** How many rows one level of one environment is to have. */
export interface Cell {
  readonly environment: RegisteredEnvironment;
  readonly level: number;
  readonly count: number;
}

/** What drawing a cell came to. */
export interface CellCounts {
  readonly cell: Cell;
  /** Rows, each with a prompt of its own. */
  readonly rows: number;
  readonly draws: number;
  readonly failed: number;
  readonly failure: string | null;
}

export interface DrawingOptions {
  readonly problems: Pick<InProcessProblems, "generate">;
  readonly cells: readonly Cell[];
  /** The first seed of each cell. */
  readonly seed: number;
  /** Of which problems; without it of all. */
  readonly split?: Split | undefined;
  /** The seed by which cells take turns; without it they follow each other. */
  readonly shuffle?: number | undefined;
}

/**
 * So many draws in a row without a new prompt end a cell, or four times as many as prompts were found:
 * of n prompts that are drawn alike, the last is then missed with a chance of 2 %.
 */
const MISSES = { least: 256, perPrompt: 4 };
/** An eighth of all problems is for tests: as many more draws are needed. */
const DRAWS_PER_TEST = 8;
/** So many failures in a row end a cell. */
const MAX_FAILURES = 16;

interface Progress {
  readonly cell: Cell;
  prompts: Prompts | null;
  seed: number;
  rows: number;
  draws: number;
  misses: number;
  failed: number;
  failures: number;
  failure: string | null;
}

/**
 * Draws distinct problems for some cells, from consecutive seeds. Shuffled, each row is of a cell that
 * is chosen by what it still lacks, which makes all orders of the cells' rows equally likely, without
 * keeping any. Kept are the hashes of the prompts of the cells at work.
 */
export class Drawing {
  readonly #options: DrawingOptions;
  readonly #cells: readonly Progress[];
  readonly #shares: Shares;
  readonly #random: Random | null;
  #current: number | null = null;

  constructor(options: DrawingOptions) {
    const { cells, seed, shuffle } = options;
    this.#options = options;
    this.#cells = cells.map((cell) => ({
      cell,
      prompts: null,
      seed,
      rows: 0,
      draws: 0,
      misses: 0,
      failed: 0,
      failures: 0,
      failure: null,
    }));
    this.#shares = new Shares(cells.map(({ count }) => count));
    this.#random = shuffle === undefined ? null : new Random(`export/${shuffle}`);
  }

  get isDone(): boolean {
    return this.#shares.total === 0;
  }

  get counts(): readonly CellCounts[] {
    return this.#cells;
  }

  /** Tries the next seed of the cell at work: a new problem, or null where it gave none. */
  draw<Result>(use: (problem: Problem) => Result | Failure): Result | null {
    const { problems, split } = this.#options;
    const at = this.#next();
    const progress = this.#cells[at];
    const { environment, level } = progress.cell;
    const reference = { environment: environment.id, difficulty: level, seed: progress.seed };
    progress.seed = followingSeed(progress.seed);
    progress.draws++;
    const problem = problems.generate(reference);
    if (isFailure(problem)) return this.fail(problem.message);
    progress.prompts ??= new Prompts();
    const isWanted = split === undefined || problem.split === split;
    if (!isWanted || !progress.prompts.add(problem.prompt)) return this.#miss(at);
    const result = use(problem);
    if (typeof result === "object" && result !== null && isFailure(result)) {
      return this.fail(result.message);
    }
    progress.misses = progress.failures = 0;
    progress.rows++;
    this.#shares.take(at, 1);
    this.#leave(at);
    return result as Result;
  }

  /** Counts the latest draw as failed. */
  fail(message: string): null {
    const at = this.#next();
    const progress = this.#cells[at];
    progress.failed++;
    progress.failures++;
    progress.failure ??= message;
    if (progress.failures >= MAX_FAILURES) this.#end(at);
    return null;
  }

  #next(): number {
    this.#current ??= this.#shares.find(this.#random?.integer(0, this.#shares.total - 1) ?? 0);
    return this.#current;
  }

  #miss(at: number): null {
    const progress = this.#cells[at];
    const most = Math.max(MISSES.least, MISSES.perPrompt * progress.rows);
    const perDraw = this.#options.split === "test" ? DRAWS_PER_TEST : 1;
    if (++progress.misses >= most * perDraw) this.#end(at);
    return null;
  }

  #end(at: number): void {
    this.#shares.take(at, this.#shares.of(at));
    this.#leave(at);
  }

  /** After a row or at its end another cell may be next; one that is complete forgets its prompts. */
  #leave(at: number): void {
    this.#current = null;
    if (this.#shares.of(at) === 0) this.#cells[at].prompts = null;
  }
}
