import { type Reading, toReading } from "../problems/reading/reading.ts";
import { unfit } from "./misuse.ts";

/** Reads a flag that is an integer from `minimum`, below 2^53. */
export function integerFrom(minimum: number, flag: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < minimum) {
      throw unfit(flag, text, `an integer from ${minimum}`);
    }
    return value;
  };
}

/** More levels than any environment has use for. */
const MOST_LEVELS = 10_000;

/** Reads a flag that is levels and ranges of levels. */
export function levelsOf(flag: string): (text: string) => number[] {
  return (text) => {
    const levels = new Set<number>();
    for (const part of text.split(",")) {
      const [, first = "", last = first] = /^\s*(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(part) ?? [];
      const range = first === "" ? 0 : Number(last) - Number(first) + 1;
      if (range < 1 || range + levels.size > MOST_LEVELS) {
        throw unfit(flag, text, "levels and ranges of levels, such as 0-4,8");
      }
      for (let index = 0; index < range; index++) levels.add(Number(first) + index);
    }
    return [...levels];
  };
}

/** A day: what is allowed more might as well be without a limit. */
const MOST_SECONDS = 86_400;

/** Reads a flag that is a time in seconds, 0 for no limit. */
export function seconds(flag: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text) || value > MOST_SECONDS) {
      throw unfit(flag, text, `seconds, from 0 to ${MOST_SECONDS}`);
    }
    return value;
  };
}

/** Reads a flag that is one of some words. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  flag: string,
): (text: string) => Word {
  return (text) => {
    const word = words.find((known) => known === text);
    if (word === undefined) throw unfit(flag, text, words.join(" or "));
    return word;
  };
}

const READINGS: Readonly<Record<string, Reading>> = {
  completion: { completion: true },
  innermost: { innermost: true },
  think: { think: "strip" },
  lenient: { lenient: true },
};

/** Reads a flag that names options of a reading, separated by commas. */
export function readings(flag: string): (text: string) => Reading {
  return (text) => {
    const names = text.split(",").map((name) => name.trim());
    if (!names.every((name) => Object.hasOwn(READINGS, name))) {
      throw unfit(flag, text, `of ${Object.keys(READINGS).join(", ")}, separated by commas`);
    }
    return toReading(Object.assign({}, ...names.map((name) => READINGS[name])));
  };
}

/** How long drawing or verifying one thing may take by default. */
export const DEFAULT_TIMEOUT_S = 60;
