import type { Rational } from "./rational.ts";

/**
 * An expression in canonical form, built by an `Algebra`, in which equal forms are the same object.
 * Shared parts make it a graph: walk it with `subexpressions`, never by plain recursion.
 */
export type Expression =
  | { readonly kind: "number"; readonly id: number; readonly value: Rational }
  /** x, the constants pi and E, or any other name. */
  | { readonly kind: "name"; readonly id: number; readonly name: string }
  | Sum
  | Product
  | {
      readonly kind: "power";
      readonly id: number;
      readonly base: Expression;
      readonly exponent: Expression;
    }
  | {
      readonly kind: "call";
      readonly id: number;
      readonly name: string;
      readonly arguments: readonly Expression[];
    }
  /** What has no value (1/0), or is too large to be worked with. */
  | { readonly kind: "undefined"; readonly id: number };

/** constant + Σ coefficient · term, with at least two summands. */
export interface Sum {
  readonly kind: "sum";
  readonly id: number;
  readonly constant: Rational;
  readonly terms: readonly Term[];
}

/** One summand: `of` is neither a number nor a sum, nor a product with a coefficient. */
export interface Term {
  readonly coefficient: Rational;
  readonly of: Expression;
}

/** coefficient · Π factors: at least one factor, and two or more if the coefficient is 1. */
export interface Product {
  readonly kind: "product";
  readonly id: number;
  readonly coefficient: Rational;
  readonly factors: readonly Expression[];
}

/** The expressions that an expression is directly made of. */
function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "sum":
      return expression.terms.map((term) => term.of);
    case "product":
      return expression.factors;
    case "power":
      return [expression.base, expression.exponent];
    case "call":
      return expression.arguments;
    default:
      return [];
  }
}

/** All different parts of an expression, each after its own parts, the whole last. */
export function subexpressions(expression: Expression): Expression[] {
  const parts = new Set<Expression>();
  const stack: { of: Expression; isExpanded: boolean }[] = [{ of: expression, isExpanded: false }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { of, isExpanded } = entry;
    if (parts.has(of)) continue;
    if (isExpanded) {
      parts.add(of);
      continue;
    }
    stack.push({ of, isExpanded: true });
    for (const child of children(of)) {
      if (!parts.has(child)) stack.push({ of: child, isExpanded: false });
    }
  }
  return [...parts];
}

/** The names in an expression: variables and the constants pi and E. */
export function namesIn(expression: Expression): Set<string> {
  const names = new Set<string>();
  for (const part of subexpressions(expression)) if (part.kind === "name") names.add(part.name);
  return names;
}
