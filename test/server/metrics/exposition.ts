import { expect } from "vitest";

export interface Line {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What a server's `/metrics` says, by the names of its metrics and of their lines. */
export interface Exposition {
  readonly types: ReadonlyMap<string, string>;
  readonly helps: ReadonlyMap<string, string>;
  readonly lines: readonly Line[];
  /** The value of the one line of this name that has these labels. */
  value(name: string, labels?: Readonly<Record<string, string>>): number;
}

export async function scrape(
  httpUrl: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Exposition> {
  const response = await fetch(`${httpUrl}/metrics`, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  return parse(await response.text());
}

const LINE = /^(?<name>[a-z_]+)(?:\{(?<labels>.*)\})? (?<value>\S+)$/;

/** Reads Prometheus' text format; a line that is not of it fails the test. */
function parse(text: string): Exposition {
  const types = new Map<string, string>();
  const helps = new Map<string, string>();
  const lines: Line[] = [];
  for (const line of text.split("\n").filter((line) => line !== "")) {
    const about = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line);
    if (about !== null) {
      (about[1] === "HELP" ? helps : types).set(about[2], about[3]);
      continue;
    }
    const { name = "", labels = "", value } = LINE.exec(line)?.groups ?? {};
    expect(Number.isFinite(Number(value)), line).toBe(true);
    const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, own]) => [key, own]);
    lines.push({ name, labels: Object.fromEntries(pairs), value: Number(value) });
  }
  return {
    types,
    helps,
    lines,
    value(name, labels = {}) {
      const found = lines.filter(
        (line) =>
          line.name === name &&
          Object.entries(labels).every(([key, own]) => line.labels[key] === own),
      );
      expect(found, `${name} ${JSON.stringify(labels)}`).toHaveLength(1);
      return found[0].value;
    },
  };
}
