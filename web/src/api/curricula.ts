import { getJson } from "./request.ts";

export interface Progress {
  readonly top: number;
  readonly samples: number;
  readonly correct: number;
  readonly total_samples: number;
  readonly total_correct: number;
  readonly failed_draws: number;
  readonly weight: number;
}

export interface Rise {
  readonly environment: string;
  readonly top: number;
  readonly draws: number;
}

/** A curriculum as it stands, and how it came there. */
export interface Curriculum {
  readonly draws: number;
  readonly definition: Readonly<Record<string, unknown>> & { readonly start: number };
  readonly environments: Readonly<Record<string, Progress>>;
  readonly history: readonly Rise[];
}

export function listCurricula(): Promise<string[]> {
  return getJson("curricula");
}

/** @throws RequestError */
export async function getCurriculum(name: string): Promise<Curriculum> {
  const path = `curricula/${encodeURIComponent(name)}`;
  const [state, history] = await Promise.all([
    getJson<Omit<Curriculum, "history">>(path),
    getJson<Rise[]>(`${path}/history`),
  ]);
  return { ...state, history };
}
