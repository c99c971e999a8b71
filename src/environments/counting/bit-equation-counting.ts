import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger as bigIntegerForm } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearness } from "../toolkit/scoring/nearness.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";

const OPERATORS = ["&", "|", "^"] as const;
type Operator = (typeof OPERATORS)[number];
/** Far beyond any use; the bound keeps counts, of N bits, quick. */
const MAX_N = 5_000;

const count = nearness({ beta: 10 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  expression: z.string().max(10 * MAX_N),
  reference_answer: bigIntegerFrom(1n),
}).check(
  holds(
    "expression",
    ({ expression, N }) => countsOf(expression)?.variables === N,
    "must be a formula of N blanks _, operators & | ^ and parentheses around each part",
  ),
);

/** How many blanks a formula has, and how many assignments of them make it true. */
interface Counts {
  readonly variables: number;
  readonly satisfying: bigint;
}

/** At level 0 there are three problems: _ & _, _ | _ and _ ^ _. */
export const bitEquationCounting = defineEnvironment({
  id: "BitEquationCounting",
  title: "Satisfying assignments of a read-once formula",
  summary: "Count 0/1 assignments that make a read-once formula of AND, OR and XOR true.",
  reward: `${count.words}; ${invalidWords("outside [0, 2^N]")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 2 }),

  generate({ N }, random) {
    const expression = drawFormula(N, random).slice(1, -1);
    return { N, expression, reference_answer: countSatisfying(expression) };
  },

  prompt: ({ N, expression }) =>
    `Here is a Boolean formula with ${N} blanks, written as _:
${expression}

& is AND, | is OR and ^ is XOR. Each blank is a variable of its own, which is 0 or 1, so that there are 2^${N} ways to fill the blanks.

In how many of them is the formula 1?

Answer with the exact number of ways as one integer, like this: n`,

  answer: bigIntegerForm,

  score(ways, { N, reference_answer }) {
    if (ways < 0n || ways > 2n ** BigInt(N)) {
      return invalid(`${formatFigure(ways)} is not from 0 to 2^${N}`);
    }
    return count.verdict(ways, reference_answer);
  },

  solve: ({ expression }) => String(countSatisfying(expression)),
});

/** A formula with parentheses around it, unless it is a single blank. */
function drawFormula(leaves: number, random: Random): string {
  if (leaves === 1) return "_";
  const left = random.integer(1, leaves - 1);
  const operator = random.choice(OPERATORS);
  return `(${drawFormula(left, random)} ${operator} ${drawFormula(leaves - left, random)})`;
}

function countSatisfying(expression: string): bigint {
  const counts = countsOf(expression);
  if (counts === undefined) throw new Error("the formula was checked where it entered");
  return counts.satisfying;
}

/**
 * Parts of a read-once formula are independent, so that their numbers of satisfying assignments
 * combine; undefined for what is no formula. A stack of operands and one of operators, as parts
 * may be nested N deep. O(N) products.
 */
function countsOf(expression: string): Counts | undefined {
  const operands: Counts[] = [];
  const pending: (Operator | "(")[] = [];
  let expectsOperand = true;
  for (const symbol of `(${expression})`) {
    if (symbol === " ") continue;
    if (expectsOperand) {
      if (symbol === "(") pending.push("(");
      else if (symbol === "_") {
        operands.push({ variables: 1, satisfying: 1n });
        expectsOperand = false;
      } else return undefined;
    } else if (symbol === ")") {
      if (!close(operands, pending)) return undefined;
    } else {
      const operator = OPERATORS.find((known) => known === symbol);
      // Each part has its parentheses: no second operator follows within the same ones.
      if (operator === undefined || pending.at(-1) !== "(") return undefined;
      pending.push(operator);
      expectsOperand = true;
    }
  }
  return pending.length === 0 && operands.length === 1 ? operands[0] : undefined;
}

/** Closes a part "(left operator right)". */
function close(operands: Counts[], pending: (Operator | "(")[]): boolean {
  const operator = pending.pop();
  const [right, left] = [operands.pop(), operands.pop()];
  if (operator === undefined || operator === "(" || !left || !right) return false;
  operands.push(combine(left, operator, right));
  return pending.pop() === "(";
}

function combine(left: Counts, operator: Operator, right: Counts): Counts {
  const variables = left.variables + right.variables;
  const [t, u] = [left.satisfying, right.satisfying];
  const [f, g] = [2n ** BigInt(left.variables) - t, 2n ** BigInt(right.variables) - u];
  if (operator === "&") return { variables, satisfying: t * u };
  if (operator === "^") return { variables, satisfying: t * g + f * u };
  return { variables, satisfying: 2n ** BigInt(variables) - f * g };
}
