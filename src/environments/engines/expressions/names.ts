import { isElementary } from "./functions.ts";

/** Functions that are written under other names, or that are powers. */
const ALIASES = new Set(["exp", "sqrt", "cbrt", "ln", "abs"]);
const CONSTANTS = new Set(["pi", "E"]);

/** Words of Python's grammar: no names at all. */
const KEYWORDS = new Set(
  `False None True and as assert async await break class continue def del elif else except finally
  for from global if import in is lambda nonlocal not or pass raise return try while with yield`.split(
    /\s+/,
  ),
);

/**
 * Names that mean something to SymPy which is not an elementary function: what stands for a result
 * without giving it, what works on expressions, special functions, and Python's own functions.
 */
const FOREIGN = new Set(
  `Add Basic Catalan Ci Chi Derivative DiracDelta E1 Ei Eq Equality EulerGamma Expr Float Function Ge
  GoldenRatio Gt Heaviside I Integer Integral Intersection Interval KroneckerDelta Lambda LambertW
  Le LeviCivita Li Limit Lt Matrix Max Min Mod Mul N Ne O Order Piecewise Poly Pow Product Q Range
  Rational Rel RootOf RootSum S Shi Si Sum Symbol Subs Tuple Union Wild Ynm acosech acsch airyai
  airybi all any apart arg asech assoc_laguerre assoc_legendre atan2 bernoulli besseli besselj
  besselk bessely beta bin binomial bool callable cancel catalan ceiling chebyshevt chebyshevu chr
  collect compile complex conjugate cosine_transform csch diff digamma dirichlet_eta div dsolve
  elliptic_e elliptic_f elliptic_k elliptic_pi erf erf2 erfc erfcinv erfi erfinv euler eval exec
  exp_polar expand expint factor factorial factorial2 ff fibonacci float floor format frac fresnelc
  fresnels gamma gcd gegenbauer getattr harmonic hash help hermite hex hyper hyperexpand id im input
  int integrate jacobi lambdify laguerre laplace_transform lcm legendre len lerchphi li limit list
  loggamma lowergamma lucas max meijerg min multigamma nan nsimplify nsolve oct oo open ord periodic
  polygamma polylog pow powsimp print product quo radsimp range ratsimp re real_root rem residue
  resultant rf root rootof round sech series set sign simplify sinc solve solveset sorted subfactorial
  sum summation symbols sympify together tribonacci trigamma trigsimp tuple type uppergamma vars zeta
  zip zoo`.split(/\s+/),
);

/** Whether a name may be called with that many arguments; a name without meaning may with any. */
export function isCallable(name: string, count: number): boolean {
  if (isElementary(name) || ALIASES.has(name)) return count === 1 || (count === 2 && isLog(name));
  return name !== "x" && !CONSTANTS.has(name) && !isReserved(name);
}

/** Whether a name may stand alone, as x, a constant or a symbol. */
export function isSymbol(name: string): boolean {
  return !isElementary(name) && !ALIASES.has(name) && !isReserved(name);
}

/** log(x, b) is the logarithm to base b. */
function isLog(name: string): boolean {
  return name === "log" || name === "ln";
}

function isReserved(name: string): boolean {
  return KEYWORDS.has(name) || FOREIGN.has(name);
}
