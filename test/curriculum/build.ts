import { type Curriculum, createCurriculum } from "../../src/curriculum/curriculum.ts";
import { environments } from "../../src/environments/registry.ts";
import { type Failure, isFailure } from "../../src/problems/failure.ts";
import { CurriculumDefinition } from "../../src/protocol/curricula.ts";
import { chooseBy } from "../../src/quality/choose-environments.ts";
import { loadFigures } from "../../src/quality/figures.ts";

const figures = await loadFigures();

/** A definition's curriculum, or why there is none. */
export function toCurriculum(definition: object): Curriculum | Failure {
  const whole = CurriculumDefinition.parse(definition);
  const weights = chooseBy(figures, whole.environments, environments, [whole.start]);
  return isFailure(weights) ? weights : createCurriculum(whole, weights, environments);
}
