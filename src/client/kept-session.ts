import type { ErrorData, Reply } from "../protocol/messages.ts";
import type { Call } from "./call.ts";
import { ConnectionError } from "./errors.ts";
import type { Message } from "./replies.ts";
import { afterReplies, isOfBatches, type Known, withoutEpisode } from "./restoring.ts";

/** What of a session could not be restored. */
interface Loss {
  readonly error: ConnectionError;
  /** Whether its settings are gone, too. */
  readonly isWhole: boolean;
}

/** The session as it is after the last reply, on whichever connection. */
export class KeptSession {
  readonly #url: string;
  /** Null while nothing has been done that another session would not have, too. */
  #known: Known | null = null;
  #loss: Loss | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  /** Notes what the session is after the replies to a request. */
  note(message: Message, replies: readonly Reply[]): void {
    const last = replies.at(-1);
    if (last !== undefined && replies[0]?.type !== "error") {
      this.#known = afterReplies(this.#known, message, last);
    }
  }

  /**
   * Makes the session of a new connection what it was. What cannot be restored is kept to be told.
   * @param ask gives the reply; rejects where the connection ends before it
   */
  async restore(ask: (message: Message) => Promise<Reply>): Promise<void> {
    const known = this.#known;
    if (known === null) return;
    const tryTo = async (data: Known): Promise<ErrorData | null> => {
      const reply = await ask({ type: "restore", data });
      return reply.type === "error" ? reply.data : null;
    };
    const problem = await tryTo(known);
    if (problem === null) return;
    const kept = withoutEpisode(known);
    const settings = await tryTo(kept);
    this.#known = settings === null ? kept : null;
    const lost =
      settings === null
        ? `the session's problem could not be restored: ${problem.message} Its settings are: reset for the next problem`
        : `the session could not be restored: ${settings.message} The next call begins a new one, with the server's settings`;
    const message = `The connection to ${this.#url} ended, and ${lost}`;
    this.#loss = {
      error: new ConnectionError("SESSION_LOST", message),
      isWhole: settings !== null,
    };
  }

  /** Tells of a loss, once, those who count on what is lost; returns the calls that do not. */
  tellLoss(calls: readonly Call[]): readonly Call[] {
    const loss = this.#loss;
    if (loss === null) return calls;
    const { error, isWhole } = loss;
    // Who sets all that is lost does not miss it, nor does who comes after.
    const isReplaced = ({ type }: Message) => type === "restore" || (type === "reset" && !isWhole);
    const found = calls.findIndex(({ message }) => isReplaced(message));
    const end = found === -1 ? calls.length : found;
    const fit = (call: Call) => !isWhole && isOfBatches(call.message);
    const missing = calls.slice(0, end).filter((call) => !fit(call));
    if (found !== -1 || missing.length > 0) this.#loss = null;
    for (const call of missing) call.reject(error);
    return calls.filter(({ isDone }) => !isDone);
  }
}
