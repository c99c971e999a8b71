import { computed, signal } from "@preact/signals";

/** What the address names: a view and what it shows. */
export interface Place {
  readonly view: string;
  readonly subject: string;
}

const hash = signal(location.hash);
addEventListener("hashchange", () => {
  hash.value = location.hash;
});

/** `#/problem/Sorting@1/3/42` is the view `problem` of `Sorting@1/3/42`. */
export const place = computed<Place>(() => {
  const [, view = "", ...rest] = hash.value.split("/");
  return { view: view || "gallery", subject: decode(rest.join("/")) };
});

export function toHash(view: string, subject = ""): string {
  const encoded = subject.split("/").map(encodeURIComponent).join("/").replaceAll("%40", "@");
  return subject === "" ? `#/${view}` : `#/${view}/${encoded}`;
}

/** Goes there, with a step in the history. */
export function goTo(view: string, subject = ""): void {
  location.hash = toHash(view, subject);
}

/** The same without a step in the history, for what changes with every key. */
export function moveTo(view: string, subject = ""): void {
  history.replaceState(null, "", toHash(view, subject));
  hash.value = location.hash;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const PROBLEM_ID = /^([^@/]+)@(\d+)\/(\d+)\/(\d+)$/;

export interface Reference {
  readonly environment: string;
  readonly difficulty: number;
  readonly seed: number;
}

/** What a problem id names; null where a text is none. */
export function parseProblemId(id: string): Reference | null {
  const parts = PROBLEM_ID.exec(id);
  if (parts === null) return null;
  const [, environment = "", , difficulty, seed] = parts;
  return { environment, difficulty: Number(difficulty), seed: Number(seed) };
}
