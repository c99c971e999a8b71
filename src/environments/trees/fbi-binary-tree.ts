import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";

const TYPES = "FBI";
/** How often a character is a copy of the one before it; else it is drawn afresh. */
const COPY_PROBABILITY = 0.7;
/** The string has 2^N characters: beyond, prompts have hundreds of thousands. */
const MAX_N = 18;

const positions = matching({ beta: 5, unit: "letters right" });

const Parameters = z.object({ N: sizeFrom(1, MAX_N) });
const Instance = instanceOf(Parameters, {
  string: textOver("01"),
  reference_answer: textOver(TYPES),
}).check(
  lengths(({ N }) => 2 ** N, "string"),
  lengths(({ N }) => 2 ** (N + 1) - 1, "reference_answer"),
);

// Answers double with each level, to 8,191 letters at level 10; level 16 is the last. At level 0 a third
// of the strings are all ones.
export const fbiBinaryTree = defineEnvironment({
  id: "FBI_BinaryTree",
  title: "FBI tree postorder",
  summary:
    "Output the postorder types (F, B, I) of the halving tree of a binary string of length 2^N.",
  reward: `${positions.words}; ${invalidWords("wrong length or letter")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 2 }),

  generate({ N }, random) {
    const characters: string[] = [];
    while (characters.length < 2 ** N) {
      const last = characters.at(-1);
      const isCopy = last !== undefined && random.chance(COPY_PROBABILITY);
      characters.push(isCopy ? last : String(random.integer(0, 1)));
    }
    const string = characters.join("");
    return { N, string, reference_answer: postorderTypes(string) };
  },

  prompt: ({ N, string }) =>
    `A string of the characters 0 and 1 has one of three types: B if all its characters are 0, I if all are 1, and F if both occur.

The tree of a string has a root that stands for the whole string. A node whose string is longer than one character has two children: the left one stands for the first half of that string, the right one for the second half.

Here is a string of 2^${N} = ${2 ** N} characters:
${string}

List the types of all nodes of its tree in postorder: the left subtree, then the right subtree, then the node itself, each subtree in the same way.

Answer with the ${2 ** (N + 1) - 1} letters F, B and I in a row, without separators, like this (for a string of another length): ${N === 1 ? "BBBIIIF" : "BIF"}`,

  answer: plainText,

  score(types, { reference_answer }) {
    const letters = [...types];
    const fault =
      findCountFault(letters, reference_answer.length, "letter") ?? findAlphabetFault(types, TYPES);
    if (fault !== undefined) return invalid(fault);
    return positions.verdict(countAgreements(types, reference_answer), reference_answer.length);
  },

  picture: ({ string }) => rowPicture(string),

  solve: ({ string }) => typesByHalves(string),
});

/** Character by character, with the finished subtrees on a stack: two equal sizes make a larger one. */
function postorderTypes(string: string): string {
  const subtrees: { size: number; type: string }[] = [];
  let types = "";
  for (const character of string) {
    let node = { size: 1, type: character === "0" ? "B" : "I" };
    types += node.type;
    while (subtrees.at(-1)?.size === node.size) {
      const left = subtrees.pop()?.type;
      node = { size: 2 * node.size, type: left === node.type ? node.type : "F" };
      types += node.type;
    }
    subtrees.push(node);
  }
  return types;
}

/** By the definition. O(N · 2^N). */
function typesByHalves(string: string): string {
  const type = !string.includes("1") ? "B" : !string.includes("0") ? "I" : "F";
  if (string.length === 1) return type;
  const half = string.length / 2;
  return typesByHalves(string.slice(0, half)) + typesByHalves(string.slice(half)) + type;
}
