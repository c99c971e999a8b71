import { z } from "zod";
import type { Registry } from "../../environments/registry.ts";
import { isFailure } from "../../problems/failure.ts";
import { CurriculumDefinition } from "../../protocol/curricula.ts";
import { assembleCurriculum, type Curriculum } from "../curriculum.ts";
import type { Kept } from "../store.ts";

/** What never changes of a curriculum: its definition, and the environments that this once meant. */
const Record = z.object({
  definition: CurriculumDefinition,
  weights: z.array(z.tuple([z.string(), z.number().positive()])),
});

export function toRecord({ definition, weights }: Pick<Kept, "definition" | "weights">): string {
  return JSON.stringify({ definition, weights: [...weights] } satisfies z.infer<typeof Record>);
}

/** The curriculum of a record that any server may have written, or why this one cannot have it. */
export async function readRecord(text: string, registry: Registry): Promise<Curriculum | string> {
  try {
    const { definition, weights } = Record.parse(JSON.parse(text));
    const curriculum = await assembleCurriculum(definition, new Map(weights), registry);
    return isFailure(curriculum) ? curriculum.message : curriculum;
  } catch (error) {
    return error instanceof z.ZodError ? z.prettifyError(error) : String(error);
  }
}
