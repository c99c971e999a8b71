import type { z } from "zod";
import type { Picture } from "../picture.ts";
import type { AnswerForm } from "./toolkit/answer-forms/answer-form.ts";
import type { Random } from "./toolkit/random/random.ts";
import type { Verdict } from "./toolkit/scoring/verdicts.ts";

/** A plain JSON object; integers beyond 2^53 are bigint. */
export type JsonObject = Record<string, unknown>;

/** The fields of an instance that give the answer away, by their names' convention. */
type AnswerField = `gold_${string}` | `reference_${string}`;

/**
 * What `solve` is given: the instance without its gold and reference fields and without those the
 * environment lists as hidden; a planted environment's `solve` sees the whole instance.
 */
export type Problem<Instance, Hidden, Planted> = Planted extends true
  ? Instance
  : WithoutAnswer<Instance, Hidden>;

/** An instance without what gives the answer away. */
export type WithoutAnswer<Instance, Hidden> = {
  [Field in keyof Instance as Field extends AnswerField | Hidden ? never : Field]: Instance[Field];
};

/**
 * Everything about one environment, as its file states it. Functions are pure. The types follow from
 * the two schemas and the answer form; the functions only use them (`NoInfer`).
 */
export interface EnvironmentDefinition<Parameters, Instance, Answer, Hidden, Planted> {
  /** The identifier, unique, as in the specification; part of every problem id. */
  id: string;
  /** A few words, as a heading. */
  title: string;
  /** One sentence that says what the problem asks. */
  summary: string;
  /** What a well-formed answer earns, in a line: "(value/best)^5; invalid −0.5". */
  reward: string;
  /** Raised when a released environment changes what it draws, asks or pays. Default 1. */
  version?: number;
  /** The numbers that set the size of a problem; refuses those that admit no problem. */
  parameters: z.ZodType<Parameters>;
  /** Everything that defines one problem, parameters included. */
  instance: z.ZodType<Instance>;
  /** Further instance fields that `solve` must not see, such as a planted structure. */
  hidden?: readonly Hidden[];
  /** Instance fields that the prompt does not show as they are, such as what a symbol stands for. */
  unshown?: readonly string[];
  /** True where the answer is planted and finding it again is intractable. */
  planted?: Planted;
  /** True where scoring takes more than microseconds: it then runs in a worker. */
  slowVerification?: true;
  /** The parameter sets of a level, of which a problem draws one. */
  levels(level: number): readonly Parameters[];
  /** Draws an instance. Always returns one: draws without a problem are drawn again. */
  generate(parameters: NoInfer<Parameters>, random: Random): NoInfer<Instance>;
  /** The text the model sees: situation and data, task and rules, answer form. */
  prompt(instance: NoInfer<Instance>): string;
  /** The answer form: what an answer looks like, and how it is read. */
  answer: AnswerForm<Answer>;
  /** Scores a well-formed answer; never throws, at a cost linear in the answer. */
  score(answer: NoInfer<Answer>, instance: NoInfer<Instance>): Verdict;
  /** An answer text that earns accuracy 1, found from the problem alone. */
  solve(problem: Problem<NoInfer<Instance>, Hidden, Planted>): string;
  /**
   * The problem as a reader would sketch it, of the pieces in toolkit/pictures/: what the prompt
   * tells, and, with a well-formed answer, what that chose, right or wrong. Never throws.
   */
  picture?(problem: WithoutAnswer<NoInfer<Instance>, Hidden>, answer?: NoInfer<Answer>): Picture;
  /** The reward from which accuracy is 1, where it is not 1. */
  passingThreshold?(instance: NoInfer<Instance>): number;
}

/** An environment as registry, threads and sessions see it: without type parameters. */
export interface Environment
  extends Required<
    Pick<
      EnvironmentDefinition<JsonObject, JsonObject, unknown, string, boolean>,
      "id" | "title" | "summary" | "reward" | "version" | "answer" | "planted"
    >
  > {
  readonly parameters: z.ZodType<JsonObject>;
  readonly instance: z.ZodType<JsonObject>;
  readonly slowVerification: boolean;
  /** Visible to `solve`, but not to a reader of the prompt. */
  readonly unshown: readonly string[];
  levels(level: number): readonly JsonObject[];
  generate(parameters: JsonObject, random: Random): JsonObject;
  prompt(instance: JsonObject): string;
  score(answer: unknown, instance: JsonObject): Verdict;
  /** The instance without what gives the answer away: gold, reference and hidden fields. */
  withoutAnswer(instance: JsonObject): JsonObject;
  /** Removes what gives the answer away (unless planted) and solves. */
  solve(instance: JsonObject): string;
  /** Sketches the problem, without what gives the answer away; null where there is no sketch. */
  readonly picture: ((instance: JsonObject, answer?: unknown) => Picture) | null;
  /** Whether the sketch shows what an answer chose: its function takes one. */
  readonly drawsAnswers: boolean;
  passingThreshold(instance: JsonObject): number;
}

/**
 * Builds an environment from its definition and erases the type parameters. Parameters, instance
 * and answer are inferred from the schemas and the answer form.
 */
export function defineEnvironment<
  Parameters extends JsonObject,
  Instance extends JsonObject,
  Answer,
  const Hidden extends string = never,
  const Planted extends boolean = false,
>(definition: EnvironmentDefinition<Parameters, Instance, Answer, Hidden, Planted>): Environment {
  const erased = definition as unknown as EnvironmentDefinition<
    JsonObject,
    JsonObject,
    unknown,
    string,
    boolean
  >;
  const hidden = new Set<string>(erased.hidden ?? []);
  const planted = erased.planted ?? false;
  const { picture } = erased;
  const isVisible = (field: string) => !/^(gold|reference)_/.test(field) && !hidden.has(field);
  const withoutAnswer = (instance: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(instance).filter(([field]) => isVisible(field)));

  return {
    id: erased.id,
    title: erased.title,
    summary: erased.summary,
    reward: erased.reward,
    version: erased.version ?? 1,
    parameters: erased.parameters,
    instance: erased.instance,
    planted,
    slowVerification: erased.slowVerification ?? false,
    unshown: erased.unshown ?? [],
    levels: (level) => erased.levels(level),
    generate: (parameters, random) => erased.generate(parameters, random),
    prompt: (instance) => erased.prompt(instance),
    answer: erased.answer,
    score: (answer, instance) => erased.score(answer, instance),
    withoutAnswer,
    solve: (instance) => erased.solve(planted ? instance : withoutAnswer(instance)),
    picture:
      picture === undefined ? null : (instance, answer) => picture(withoutAnswer(instance), answer),
    drawsAnswers: picture !== undefined && picture.length > 1,
    passingThreshold: (instance) => erased.passingThreshold?.(instance) ?? 1,
  };
}
