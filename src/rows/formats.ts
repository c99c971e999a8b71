import type { Format } from "./format.ts";
import { nemoGym } from "./nemo-gym.ts";
import { openrlhf } from "./openrlhf.ts";
import { plain } from "./plain.ts";
import { reasoningGym } from "./reasoning-gym.ts";
import { rlve } from "./rlve.ts";
import { skyrl } from "./skyrl.ts";
import { trl } from "./trl.ts";
import { verifiers } from "./verifiers.ts";
import { verl } from "./verl.ts";

/** The formats of rows by the name of who reads them. */
export const formats = {
  plain,
  trl,
  verifiers,
  verl,
  skyrl,
  "nemo-gym": nemoGym,
  openrlhf,
  "reasoning-gym": reasoningGym,
  rlve,
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;
