import { bruteForce } from "../brute-force.ts";
import { expectDerivative } from "../slopes.ts";

export const integral = bruteForce<{ f_prime: string; reference_answer: string }>(
  "Integral",
  [{ node_num: 3 }, { node_num: 7 }, { node_num: 12 }],
  ({ f_prime, reference_answer }, answer) => {
    expectDerivative(f_prime, reference_answer);
    expectDerivative(f_prime, answer);
  },
);
