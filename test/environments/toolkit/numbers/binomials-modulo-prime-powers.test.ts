import { expect, test } from "vitest";
import { binomial } from "../../../../src/environments/toolkit/numbers/binomials.ts";
import { BinomialsModuloPrimePower } from "../../../../src/environments/toolkit/numbers/binomials-modulo-prime-powers.ts";

test("binomials modulo prime powers are the exact ones' remainders", () => {
  for (const [prime, exponent] of [
    [2, 1],
    [2, 6],
    [3, 3],
    [5, 2],
    [7, 1],
  ]) {
    const binomials = new BinomialsModuloPrimePower(prime, exponent);
    expect(binomials.modulus).toBe(prime ** exponent);
    for (const n of [0, 1, 7, 25, 64, 130]) {
      for (let k = -1; k <= n + 1; k++) {
        const exact = binomial(n, k) % BigInt(prime ** exponent);
        expect(binomials.choose(n, k)).toBe(Number(exact));
      }
    }
  }
});
