import type {
  Instruction,
  Syntax,
} from "../../../../src/environments/engines/expressions/parse.ts";

/** An expression as text, with its derivative as the rules give it, nothing simplified. */
interface WrittenOut {
  readonly text: string;
  readonly derivative: string;
}

const ZERO = "0";
const SLOPES: Readonly<Record<string, (u: string) => string>> = {
  sin: (u) => `cos(${u})`,
  cos: (u) => `-sin(${u})`,
  log: (u) => `1/(${u})`,
  exp: (u) => `exp(${u})`,
  sqrt: (u) => `1/(2*sqrt(${u}))`,
};

/** The derivative of an expression as a student may write it down, rule by rule. */
export function writeOutDerivative({ instructions }: Syntax): string {
  const stack: WrittenOut[] = [];
  for (const instruction of instructions) {
    const count = countOperands(instruction);
    stack.push(writeOut(instruction, stack.splice(stack.length - count)));
  }
  return stack[0].derivative;
}

function countOperands(instruction: Instruction): number {
  if ("count" in instruction) return instruction.count;
  return { number: 0, name: 0, negate: 1, invert: 1, power: 2 }[instruction.kind];
}

function writeOut(instruction: Instruction, parts: readonly WrittenOut[]): WrittenOut {
  const [u, v] = parts;
  switch (instruction.kind) {
    case "number":
      return { text: String(instruction.numerator), derivative: ZERO };
    case "name":
      return { text: instruction.name, derivative: instruction.name === "x" ? "1" : ZERO };
    case "negate":
      return {
        text: `(-${u.text})`,
        derivative: u.derivative === ZERO ? ZERO : `(-${u.derivative})`,
      };
    case "invert":
      return {
        text: `(1/${u.text})`,
        derivative: u.derivative === ZERO ? ZERO : `(-${times(u.derivative, `(1/${u.text}**2)`)})`,
      };
    case "sum":
      return parts.reduce((a, b) => ({
        text: `(${a.text} + ${b.text})`,
        derivative: plus(a.derivative, b.derivative),
      }));
    case "product":
      return parts.reduce((a, b) => ({
        text: `(${a.text}*${b.text})`,
        derivative: plus(times(a.derivative, b.text), times(a.text, b.derivative)),
      }));
    case "power":
      return { text: `(${u.text}**${v.text})`, derivative: ofPower(u, v) };
    case "call":
      return {
        text: `${instruction.name}(${u.text})`,
        derivative: times(u.derivative, `(${SLOPES[instruction.name](u.text)})`),
      };
  }
}

function ofPower(u: WrittenOut, v: WrittenOut): string {
  const power = `${u.text}**${v.text}`;
  if (v.derivative === ZERO) {
    return times(u.derivative, `(${v.text}*${u.text}**(${v.text} - 1))`);
  }
  const growth = times(v.derivative, `log(${u.text})`);
  return times(`(${power})`, plus(growth, times(u.derivative, `(${v.text}/${u.text})`)));
}

function plus(a: string, b: string): string {
  if (a === ZERO) return b;
  return b === ZERO ? a : `(${a} + ${b})`;
}

function times(a: string, b: string): string {
  if (a === ZERO || b === ZERO) return ZERO;
  if (a === "1") return b;
  return b === "1" ? a : `${a}*${b}`;
}
