import { type Curriculum, createCurriculum, findWeights } from "../../src/curriculum/curriculum.ts";
import { environments } from "../../src/environments/registry.ts";
import { type Failure, isFailure } from "../../src/problems/failure.ts";
import { CurriculumDefinition } from "../../src/protocol/curricula.ts";

/** A definition's curriculum, or why there is none. */
export function toCurriculum(definition: object): Curriculum | Failure {
  const whole = CurriculumDefinition.parse(definition);
  const weights = findWeights(whole, environments);
  return isFailure(weights) ? weights : createCurriculum(whole, weights, environments);
}
