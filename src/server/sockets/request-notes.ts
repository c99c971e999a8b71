import type { Logger } from "../../log.ts";
import type { ProtocolError } from "../../protocol/errors.ts";
import type { Reply } from "../../protocol/messages.ts";
import { CLOSE } from "../../requests/dispatch.ts";
import type { Session } from "../../session/session.ts";
import { type Counts, NO_REQUEST } from "../metrics/counts.ts";

type Answer = Reply | typeof CLOSE;

/** Takes note of what is asked on sockets, and what it comes to: counted, and logged at debug. */
export class RequestNotes {
  readonly #counts: Pick<Counts, "requests" | "errors">;
  readonly #log: Logger;
  readonly #isLogged: boolean;

  constructor(counts: Pick<Counts, "requests" | "errors">, log: Logger) {
    this.#counts = counts;
    this.#log = log;
    this.#isLogged = log.isLevelEnabled("debug");
  }

  /** When a request began, to be told when it ends; a clock is looked at only where that is logged. */
  begin(): number {
    return this.#isLogged ? performance.now() : 0;
  }

  end(message: unknown, answer: Answer, session: Session, began: number): void {
    const { requests, errors } = this.#counts;
    const asked = findType(message);
    const isKnown = requests.add(asked);
    if (!isKnown) requests.add(NO_REQUEST);
    // What a client calls a request is not logged: it may be as long as a message.
    const type = isKnown ? asked : NO_REQUEST;
    const isError = answer !== CLOSE && answer.type === "error";
    if (isError) errors.add(answer.data.code);
    if (this.#isLogged) this.#tell(session, { type, error: isError ? answer : null, began });
  }

  /** Of a frame that could not be read. */
  refused({ data: { code } }: ProtocolError, session: Session): void {
    this.#counts.requests.add(NO_REQUEST);
    this.#counts.errors.add(code);
    if (this.#isLogged)
      this.#log.debug({ session: session.id, error: code }, "a frame was refused");
  }

  #tell(session: Session, { type, error, began }: Told): void {
    const milliseconds = Math.round((performance.now() - began) * 1000) / 1000;
    const about = { session: session.id, environment: session.settings.environment };
    const code = error?.data.code;
    this.#log.debug({ ...about, ...(code && { error: code }), milliseconds }, `request: ${type}`);
  }
}

interface Told {
  readonly type: string;
  readonly error: Extract<Reply, { type: "error" }> | null;
  readonly began: number;
}

function findType(message: unknown): string {
  const type = (message as { type?: unknown } | null)?.type;
  return typeof type === "string" ? type : NO_REQUEST;
}
