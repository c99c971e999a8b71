import { useEffect, useState } from "preact/hooks";
import { generation, isReachable } from "./request.ts";

export interface Polled<Value> {
  readonly values: readonly Value[];
  readonly fault: string | undefined;
}

/**
 * The latest answers to something that is asked again and again, oldest first. It rests while the
 * tab is hidden, the server away, or someone looks at what stands still.
 * @param key says what is asked for: another begins anew
 */
export function usePolling<Value>(
  key: string,
  ask: () => Promise<Value>,
  { everyMs, kept, isPaused }: { everyMs: number; kept: number; isPaused: boolean },
): Polled<Value> {
  const [held, hold] = useState<Polled<Value>>({ values: [], fault: undefined });
  const turn = generation.value;
  // Another key begins anew
  useEffect(() => hold({ values: [], fault: undefined }), [key]);
  // The key says all that `ask` asks for, the turn that it is asked anew
  useEffect(() => {
    if (isPaused) return;
    let timer = 0;
    let isCurrent = true;
    const poll = async () => {
      if (!document.hidden && isReachable.value) {
        try {
          const value = await ask();
          if (!isCurrent) return;
          hold(({ values }) => ({ values: [...values, value].slice(-kept), fault: undefined }));
        } catch (error) {
          if (!isCurrent) return;
          hold(({ values }) => ({ values, fault: (error as Error).message }));
        }
      }
      timer = setTimeout(poll, everyMs);
    };
    poll();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, isPaused, turn]);
  return held;
}
