import { isIntegerText } from "../../environments/toolkit/numbers/parse.ts";
import type { Random } from "../../environments/toolkit/random/random.ts";

/** What the right answers of many problems are made of, from which random ones are. */
export interface AnswerParts {
  /** The least and the greatest integer; those beyond 2^53 are left out. */
  readonly low: number;
  readonly high: number;
  /** The words that recur from answer to answer; null where every answer has its own. */
  readonly words: readonly string[] | null;
  readonly letters: string;
}

const BLANKS = /(\s+)/;
const LETTERS = /[\p{L}]/u;

/** The parts of right answers. */
export function partsOf(answers: readonly string[]): AnswerParts {
  let [low, high] = [Infinity, -Infinity];
  const words = new Set<string>();
  for (const token of answers.flatMap((answer) => answer.trim().split(BLANKS))) {
    if (isSmallInteger(token)) {
      low = Math.min(low, Number(token));
      high = Math.max(high, Number(token));
    } else if (token.trim() !== "") {
      words.add(token);
    }
  }
  const letters = [...new Set([...words].join(""))].filter((letter) => LETTERS.test(letter));
  const isVocabulary = words.size > 1 && words.size < answers.length;
  return { low, high, words: isVocabulary ? [...words] : null, letters: letters.join("") };
}

/**
 * A random answer of a model's form: as many values in the same places, each drawn anew. Integers
 * that are all different stay so, and a permutation becomes another one.
 */
export function randomAnswer(model: string, parts: AnswerParts, random: Random): string {
  const tokens = model.trim().split(BLANKS);
  const integers = drawIntegers(tokens.filter(isSmallInteger).map(Number), parts, random);
  return tokens
    .map((token) => {
      if (token.trim() === "") return token;
      if (isSmallInteger(token)) return String(integers.pop());
      if (parts.words !== null) return random.choice(parts.words);
      return Array.from(token, (letter) => drawLetter(letter, parts, random)).join("");
    })
    .join("");
}

function drawIntegers(model: readonly number[], parts: AnswerParts, random: Random): number[] {
  const count = model.length;
  const areDistinct = count > 1 && new Set(model).size === count;
  if (!areDistinct) return random.integers(count, parts.low, parts.high);
  const [low, high] = [Math.min(...model), Math.max(...model)];
  return high - low + 1 === count
    ? random.permutation(count, low)
    : random.distinctIntegers(count, parts.low, parts.high);
}

/** A letter for a letter, a digit for a digit; signs stay. */
function drawLetter(letter: string, { letters }: AnswerParts, random: Random): string {
  if (letter >= "0" && letter <= "9") return String(random.integer(0, 9));
  return letters.includes(letter) ? random.choice([...letters]) : letter;
}

function isSmallInteger(token: string): boolean {
  return isIntegerText(token) && Number.isSafeInteger(Number(token));
}
