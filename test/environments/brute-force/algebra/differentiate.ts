import { bruteForce } from "../brute-force.ts";
import { expectDerivative } from "../slopes.ts";

export const differentiate = bruteForce<{ function: string; reference_answer: string }>(
  "Differentiate",
  [{ node_num: 3 }, { node_num: 7 }, { node_num: 12 }],
  (instance, answer) => {
    expectDerivative(instance.reference_answer, instance.function);
    expectDerivative(answer, instance.function);
  },
);
