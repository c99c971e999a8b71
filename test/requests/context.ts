import { Curricula } from "../../src/curriculum/curricula.ts";
import { MemoryStore } from "../../src/curriculum/memory-store.ts";
import { environments } from "../../src/environments/registry.ts";
import { after, type MaybePromise } from "../../src/event-loop.ts";
import { createInProcessProblems } from "../../src/problems/in-process.ts";
import type { Problems } from "../../src/problems/problems.ts";
import { STRICT } from "../../src/problems/reading/reading.ts";
import { DEFAULT_MARKERS } from "../../src/problems/verify.ts";
import { ProtocolError } from "../../src/protocol/errors.ts";
import type { ObservationData, ResetData } from "../../src/protocol/messages.ts";
import type { RequestContext } from "../../src/requests/context.ts";
import { handlers } from "../../src/requests/handlers.ts";
import { Session } from "../../src/session/session.ts";

/** Problems of this process, whose generation comes later, as that of workers does. */
export function createLateProblems(overrides: Partial<Problems> = {}): Problems {
  const problems = createInProcessProblems({ registry: environments });
  return {
    ...problems,
    generate: async (reference) => problems.generate(reference),
    ...overrides,
  };
}

/** What answering requests works with in tests: the defaults of a server, without workers. */
export function createTestContext(overrides: Partial<RequestContext> = {}): RequestContext {
  return {
    problems: createLateProblems(),
    curricula: new Curricula(new MemoryStore(environments), environments),
    settings: {
      environment: "Multiplication",
      difficulty: 0,
      markers: DEFAULT_MARKERS,
      reading: STRICT,
      explain: false,
      split: null,
      curriculum: null,
    },
    initialSeed: 0,
    exposeAnswers: false,
    limits: { maxMessageBytes: 1 << 16, maxBatch: 10 },
    ...overrides,
  };
}

/** A session with its requests. */
export class TestSession extends Session {
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    super(context);
    this.#context = context;
  }

  resetBy(data: ResetData) {
    return handlers.reset(this.#context, data, this);
  }

  /** What a step gives that no curriculum refuses. */
  verify(output: string): MaybePromise<ObservationData> {
    return after(handlers.step(this.#context, { output }, this), (stepped) => {
      if (stepped instanceof ProtocolError) throw new Error(stepped.data.message);
      return stepped;
    });
  }
}
