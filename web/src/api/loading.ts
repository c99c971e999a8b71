import { useEffect, useState } from "preact/hooks";
import { generation } from "./request.ts";

/** What is asked for: on its way, here, or not to be had. */
export interface Loading<Value> {
  readonly value?: Value;
  readonly fault?: string;
}

/**
 * Asks when what is asked for changes, and anew when the server is back. What came before stays
 * until the next is here.
 * @param key says what is asked for; null asks for nothing
 */
export function useLoading<Value>(key: string | null, ask: () => Promise<Value>): Loading<Value> {
  const [held, hold] = useState<Loading<Value> & { readonly of?: string }>({});
  const turn = generation.value;
  // The key says all that `ask` asks for, the turn that it is asked anew
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    ask().then(
      (value) => isCurrent && hold({ value, of: key }),
      (error: Error) => isCurrent && hold({ fault: error.message, of: key }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, turn]);
  return held.of === key ? held : {};
}
