import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const revenue = maximising({ beta: 5 });

/** Beyond, the best prices take more than a second. */
const LARGEST_N = 50;
const LARGEST_M = (LARGEST_N * (LARGEST_N + 1)) / 2;

const Parameters = z.object({ N: sizeFrom(1, LARGEST_N) });
const shop = integerFrom(1, LARGEST_N);
const Instance = instanceOf(Parameters, {
  M: integerFrom(1, LARGEST_M),
  customers: z.array(z.tuple([shop, shop, integerFrom(1, LARGEST_M)])),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  lengths("M", "customers"),
  holds(
    "customers",
    ({ N, customers }) => customers.every(([a, b]) => a <= b && b <= N),
    "must look at shops from a to b, 1 ≤ a ≤ b ≤ N",
  ),
);

type Customers = readonly (readonly [a: number, b: number, c: number])[];

export const myj = defineEnvironment({
  id: "MYJ",
  title: "Prices for customers of ranges",
  summary:
    "Set a price at every shop so that customers, each buying at the cheapest of a range, pay most.",
  reward: `${revenue.words}, −1 at least; ${invalidWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const largest = (N * (N + 1)) / 2;
    const M = random.integer(1, largest);
    const customers = Array.from({ length: M }, (): [number, number, number] => {
      const [a, b] = ascending(random.integers(2, 1, N));
      return [a, b, random.integer(1, largest)];
    });
    const prices = findPrices(N, customers);
    const gold_answer = revenueOf(prices, customers);
    return { N, M, customers, gold_answer, reference_answer: prices.join(" ") };
  },

  prompt: ({ N, M, customers }) =>
    `There are ${formatCount(N, "shop")} in a row, numbered from 1, and ${formatCount(M, "customer")}. Each line (a, b, c) is a customer who looks at the shops a to b, both included, and has a budget of c:
${formatLines(customers, ([a, b, c]) => `(${a}, ${b}, ${c})`)}

Each shop has one price, an integer. A customer goes to the cheapest of the shops looked at: if its price is at most c, the customer pays this price once, otherwise nothing.

Set the prices of the shops so that the customers pay as much as possible in total.

Answer with ${N === 1 ? "the price of the shop" : `the prices of the shops 1 to ${N}`} on one line, separated by spaces, like this: ${placeholders(N, "p")}`,

  answer: integerList,

  score(prices, { N, customers, gold_answer }) {
    const fault = findCountFault(prices, N, "price");
    if (fault !== undefined) return invalid(fault);
    const verdict = revenue.verdict(revenueOf(prices, customers), gold_answer);
    // Negative prices may make the revenue, and so the odd power of its ratio, negative.
    return { ...verdict, reward: Math.max(-1, verdict.reward) };
  },

  picture: ({ N, customers }, prices) =>
    intervalsPicture(customers, {
      base: 1,
      notes: customers.map(([, , budget]) => `budget ${budget}`),
      points: Array.from({ length: N }, (_, shop) => [
        shop + 1,
        prices?.[shop] ?? `shop ${shop + 1}`,
      ]),
    }),

  solve: ({ N, customers }) => findPrices(N, customers).join(" "),
});

function revenueOf(prices: readonly number[], customers: Customers): number {
  let total = 0;
  for (const [a, b, c] of customers) {
    let price = Number.POSITIVE_INFINITY;
    for (let at = a - 1; at < b; at++) price = Math.min(price, prices[at]);
    if (price <= c) total += price;
  }
  return total;
}

/** For shops from some to some other: by the least price allowed, the most that can be earned. */
interface Block {
  readonly earned: Float64Array;
  /** The shop of the least price, if that is the least one allowed; −1 if all are higher. */
  readonly cheapest: Int16Array;
}

/**
 * The best prices, which may all be budgets. For each block of shops and least price, either all
 * prices are higher, or some shop has it: then those who look at this shop, look at no other
 * outside the block and can afford it pay it, and the two sides are blocks of their own.
 * O(N³ M) at most.
 */
function findPrices(N: number, customers: Customers): number[] {
  const budgets = ascending([...new Set(customers.map(([, , c]) => c))]);
  const rank = new Map(budgets.map((budget, index) => [budget, index]));
  const none: Block = { earned: new Float64Array(budgets.length), cheapest: new Int16Array() };
  const blocks: Block[][] = Array.from({ length: N + 2 }, () => new Array<Block>(N + 2).fill(none));
  for (let left = N; left >= 1; left--) {
    const payers = Array.from({ length: N + 1 }, () => new Int32Array(budgets.length));
    for (let right = left; right <= N; right++) {
      // Customers within the block that it did not hold before look at its last shop.
      for (const [a, b, c] of customers) {
        if (a < left || b !== right) continue;
        const last = rank.get(c) ?? 0;
        for (let shop = a; shop <= b; shop++) {
          for (let price = 0; price <= last; price++) payers[shop][price]++;
        }
      }
      blocks[left][right] = bestOfBlock(left, right, blocks, payers, budgets);
    }
  }
  const prices = new Array<number>(N).fill(0);
  const open: [number, number, number][] = [[1, N, 0]];
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    const [left, right, least] = block;
    if (left > right) continue;
    const { cheapest } = blocks[left][right];
    let price = least;
    while (cheapest[price] === -1) price++;
    const shop = cheapest[price];
    prices[shop - 1] = budgets[price];
    open.push([left, shop - 1, price], [shop + 1, right, price]);
  }
  return prices;
}

function bestOfBlock(
  left: number,
  right: number,
  blocks: readonly (readonly Block[])[],
  payers: readonly Int32Array[],
  budgets: readonly number[],
): Block {
  const earned = new Float64Array(budgets.length);
  const cheapest = new Int16Array(budgets.length).fill(-1);
  for (let price = budgets.length - 1; price >= 0; price--) {
    let best = price + 1 < budgets.length ? earned[price + 1] : -1;
    for (let shop = left; shop <= right; shop++) {
      const value =
        blocks[left][shop - 1].earned[price] +
        blocks[shop + 1][right].earned[price] +
        budgets[price] * payers[shop][price];
      if (value > best) [best, cheapest[price]] = [value, shop];
    }
    earned[price] = best;
  }
  return { earned, cheapest };
}
