import type { Builder } from "./builder.ts";
import type { Expression, Sum, Term } from "./expression.ts";
import { simplifyCall } from "./functions.ts";
import { simplifyPower } from "./powers.ts";
import {
  add,
  greatestCommonDivisor,
  invert,
  isNegative,
  isOne,
  isZero,
  MINUS_ONE,
  multiply,
  negate,
  ONE,
  type Rational,
  toRational,
  ZERO,
} from "./rational.ts";

/** How many children all expressions of an algebra may have together: a hundred times the usual. */
const MAX_SIZE = 100_000;

/**
 * Builds expressions in a canonical form, in which equal forms are the same object: sums and
 * products are flat, numbers are folded, like terms and like bases are collected, powers are
 * simplified where that is right for every x (the rules are those that SymPy applies on its own).
 * Different forms may still be equal functions: see `equivalence.ts`.
 *
 * Work and memory are bounded: what would be too large becomes `undefined`, as what has no value
 * does, and everything made of it.
 */
export class Algebra implements Builder {
  readonly #interned = new Map<string, Expression>();
  readonly #makesPrimitive: boolean;
  #room = MAX_SIZE;
  readonly undefinedValue: Expression = { kind: "undefined", id: 0 };
  readonly zero = this.number(ZERO);
  readonly one = this.number(ONE);
  readonly minusOne = this.number(MINUS_ONE);
  readonly half = this.fraction(1, 2);
  readonly x = this.name("x");
  readonly pi = this.name("pi");
  readonly E = this.name("E");

  /**
   * @param makesPrimitive whether a common factor and the sign of a sum are taken out of it where
   *   it is multiplied; off, forms are those of SymPy, which leaves x*(2*x + 2) as it is
   */
  constructor(makesPrimitive = true) {
    this.#makesPrimitive = makesPrimitive;
  }

  number(value: Rational | undefined): Expression {
    if (value === undefined) return this.undefinedValue;
    const key = `${value.numerator}/${value.denominator}`;
    return this.#intern(key, 0, (id) => ({ kind: "number", id, value }));
  }

  fraction(numerator: number, denominator = 1): Expression {
    return this.number(toRational(BigInt(numerator), BigInt(denominator)));
  }

  name(name: string): Expression {
    return this.#intern(`name ${name}`, 0, (id) => ({ kind: "name", id, name }));
  }

  sum(...summands: readonly Expression[]): Expression {
    let constant: Rational | undefined = ZERO;
    const coefficients = new Map<Expression, Rational>();
    for (const summand of summands) {
      if (summand.kind === "undefined" || this.#isFull()) return this.undefinedValue;
      const isSum = summand.kind === "sum";
      if (isSum) constant = add(constant, summand.constant);
      else if (summand.kind === "number") constant = add(constant, summand.value);
      if (constant === undefined) return this.undefinedValue;
      const terms = isSum ? summand.terms : summand.kind === "number" ? [] : [this.toTerm(summand)];
      for (const { coefficient, of } of terms) {
        const total = add(coefficients.get(of) ?? ZERO, coefficient);
        if (total === undefined) return this.undefinedValue;
        coefficients.set(of, total);
      }
    }
    return this.#internSum(
      constant,
      [...coefficients].map(([of, coefficient]) => ({ coefficient, of })),
    );
  }

  #internSum(constant: Rational, all: readonly Term[]): Expression {
    const terms = all.filter((term) => !isZero(term.coefficient)).sort((a, b) => a.of.id - b.of.id);
    if (terms.length === 0) return this.number(constant);
    if (terms.length === 1 && isZero(constant)) {
      return this.product(this.number(terms[0].coefficient), terms[0].of);
    }
    const keys = terms.map(
      ({ coefficient: { numerator, denominator }, of }) => `${numerator}/${denominator}*${of.id}`,
    );
    const key = `${constant.numerator}/${constant.denominator}+${keys.join("+")}`;
    return this.#intern(key, terms.length, (id) => ({ kind: "sum", id, constant, terms }));
  }

  product(...items: readonly Expression[]): Expression {
    let coefficient: Rational | undefined = ONE;
    let pending: readonly Expression[] = items;
    for (;;) {
      if (this.#isFull()) return this.undefinedValue;
      const groups = new Map<Expression, Expression[]>();
      const flat = this.#toFactors(pending);
      let groupedCount = 0;
      for (const item of flat) {
        if (item.kind === "undefined") return this.undefinedValue;
        if (item.kind === "number") {
          coefficient = multiply(coefficient, item.value);
          if (coefficient === undefined) return this.undefinedValue;
          continue;
        }
        groupedCount++;
        const { base } = this.toPower(item);
        const group = groups.get(base);
        if (group) group.push(item);
        else groups.set(base, [item]);
      }
      const factors = [...groups].map(([base, group]) =>
        group.length === 1
          ? group[0]
          : this.power(base, this.sum(...group.map((item) => this.toPower(item).exponent))),
      );
      const merged = this.#mergeRadicals(factors);
      // Merging may give numbers and products, or bases in common: again, until nothing merges.
      const isStable = merged === undefined && groups.size === groupedCount;
      if (isStable) return this.#internProduct(coefficient, factors);
      pending = merged ?? factors;
    }
  }

  /** The factors of a product's items; a sum is made primitive unless it is also under a root. */
  #toFactors(items: readonly Expression[]): Expression[] {
    const factors = items.flatMap((item) =>
      item.kind === "product" ? [this.number(item.coefficient), ...item.factors] : [item],
    );
    const bases = new Set(factors.map((factor) => factor.kind === "power" && factor.base));
    return factors.flatMap((factor) =>
      factor.kind === "sum" && !bases.has(factor) ? this.toPrimitive(factor) : [factor],
    );
  }

  /** 2^(1/2) · 3^(1/2) as 6^(1/2); undefined where no two powers of numbers share an exponent. */
  #mergeRadicals(factors: readonly Expression[]): Expression[] | undefined {
    const radicals = new Map<Expression, Rational>();
    const others: Expression[] = [];
    let isMerged = false;
    for (const factor of factors) {
      if (
        factor.kind !== "power" ||
        factor.base.kind !== "number" ||
        isNegative(factor.base.value)
      ) {
        others.push(factor);
        continue;
      }
      const present = radicals.get(factor.exponent);
      const base = present ? multiply(present, factor.base.value) : factor.base.value;
      if (base === undefined) return undefined;
      isMerged ||= present !== undefined;
      radicals.set(factor.exponent, base);
    }
    if (!isMerged) return undefined;
    for (const [exponent, base] of radicals) others.push(this.power(this.number(base), exponent));
    return others;
  }

  #internProduct(coefficient: Rational, factors: readonly Expression[]): Expression {
    if (isZero(coefficient)) return this.zero;
    if (factors.length === 0) return this.number(coefficient);
    if (factors.length === 1) {
      const [factor] = factors;
      if (isOne(coefficient)) return factor;
      if (factor.kind === "sum") return this.#scaleSum(coefficient, factor.constant, factor.terms);
    }
    const sorted = factors.toSorted((a, b) => a.id - b.id);
    const { numerator, denominator } = coefficient;
    const key = `${numerator}/${denominator}*${sorted.map(({ id }) => id).join("*")}`;
    return this.#intern(key, sorted.length, (id) => ({
      kind: "product",
      id,
      coefficient,
      factors: sorted,
    }));
  }

  #scaleSum(by: Rational, constant: Rational, terms: readonly Term[]): Expression {
    const scaled: Term[] = [];
    for (const { coefficient, of } of terms) {
      const product = multiply(coefficient, by);
      if (product === undefined) return this.undefinedValue;
      scaled.push({ coefficient: product, of });
    }
    const scaledConstant = multiply(constant, by);
    return scaledConstant ? this.#internSum(scaledConstant, scaled) : this.undefinedValue;
  }

  toPrimitive(sum: Sum): [content: Expression, primitive: Expression] {
    const content = this.#makesPrimitive ? contentOf(sum) : ONE;
    if (isOne(content)) return [this.one, sum];
    const primitive = this.#scaleSum(invert(content), sum.constant, sum.terms);
    return [this.number(content), primitive];
  }

  power(base: Expression, exponent: Expression): Expression {
    if (base.kind === "undefined" || exponent.kind === "undefined") return this.undefinedValue;
    const simplified = simplifyPower(this, base, exponent);
    if (simplified) return simplified;
    const key = `${base.id}^${exponent.id}`;
    return this.#intern(key, 2, (id) => ({ kind: "power", id, base, exponent }));
  }

  call(name: string, ...values: readonly Expression[]): Expression {
    if (values.some((value) => value.kind === "undefined")) return this.undefinedValue;
    const simplified = values.length === 1 ? simplifyCall(this, name, values[0]) : undefined;
    if (simplified) return simplified;
    const key = `${name}(${values.map((value) => value.id).join(",")})`;
    return this.#intern(key, values.length, (id) => ({
      kind: "call",
      id,
      name,
      arguments: values,
    }));
  }

  negate(expression: Expression): Expression {
    return this.product(this.minusOne, expression);
  }

  subtract(a: Expression, b: Expression): Expression {
    return this.sum(a, this.negate(b));
  }

  invert(expression: Expression): Expression {
    return this.power(expression, this.minusOne);
  }

  squareRoot(expression: Expression): Expression {
    return this.power(expression, this.half);
  }

  toPower(expression: Expression): { base: Expression; exponent: Expression } {
    return expression.kind === "power" ? expression : { base: expression, exponent: this.one };
  }

  toTerm(expression: Expression): Term {
    if (expression.kind !== "product" || isOne(expression.coefficient)) {
      return { coefficient: ONE, of: expression };
    }
    return {
      coefficient: expression.coefficient,
      of: this.#internProduct(ONE, expression.factors),
    };
  }

  #isFull(): boolean {
    return this.#room <= 0;
  }

  #intern(key: string, size: number, create: (id: number) => Expression): Expression {
    const present = this.#interned.get(key);
    if (present) return present;
    if (this.#isFull()) return this.undefinedValue;
    this.#room -= size;
    const created = create(this.#interned.size + 1);
    this.#interned.set(key, created);
    return created;
  }
}

/** The common factor of a sum's coefficients, with the sign of the first. */
function contentOf({ constant, terms }: Sum): Rational {
  const content = terms.reduce(
    (common, { coefficient }) => greatestCommonDivisor(common, coefficient),
    constant,
  );
  return isNegative(terms[0].coefficient) ? negate(content) : content;
}
