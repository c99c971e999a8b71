import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { Rendered, type Resource, specs } from "./schemas.ts";

type Specs = typeof specs;

/** What kustomize makes of a folder. */
export class Manifests {
  readonly faults: readonly string[];
  readonly #resources: readonly z.infer<typeof Resource>[];

  constructor({ resources, faults }: z.infer<typeof Rendered>[string]) {
    this.#resources = resources;
    this.faults = faults;
  }

  get kinds(): string[] {
    return this.#resources.map(({ kind }) => kind);
  }

  /** The specifications of a kind, by name. */
  all<Kind extends keyof Specs>(kind: Kind): Map<string, z.infer<Specs[Kind]>> {
    const own = this.#resources.filter((resource) => resource.kind === kind);
    return new Map(
      own.map(({ metadata, spec }) => [
        metadata.name,
        specs[kind].parse(spec) as z.infer<Specs[Kind]>,
      ]),
    );
  }

  one<Kind extends keyof Specs>(kind: Kind, name = "rlve-gym"): z.infer<Specs[Kind]> {
    const spec = this.all(kind).get(name);
    if (spec === undefined) throw new Error(`There is no ${kind} ${name}`);
    return spec;
  }

  /** The server's container, and what else is of its pod. */
  get pod() {
    const { spec } = this.one("Deployment").template;
    return { ...spec, server: spec.containers[0] };
  }

  /** The variables of the server, from where it takes them. */
  get variables(): Record<string, string> {
    const { envFrom, env } = this.pod.server;
    const secrets = env.map(({ name }) => [name, "a key"]);
    const maps = envFrom.map(({ configMapRef }) => this.#settings(configMapRef.name));
    return Object.assign(Object.fromEntries(secrets), ...maps);
  }

  #settings(name: string): Record<string, string> {
    const found = this.#resources.find(({ kind, metadata }) => {
      return kind === "ConfigMap" && metadata.name === name;
    });
    if (found?.data === undefined) throw new Error(`There is no ConfigMap ${name}`);
    return found.data;
  }
}

/** The path of a file of the repository. */
export function pathOf(name: string): string {
  return fileURLToPath(new URL(`../../../${name}`, import.meta.url));
}

/** The text of a file of the repository. */
export function read(name: string): string {
  return readFileSync(pathOf(name), "utf8");
}

/** Builds folders, which takes minutes the first time: it installs what it builds them with. */
export function render(...folders: string[]): Manifests[] {
  const program = pathOf("test/services/kubernetes/render");
  const output = execFileSync(program, folders, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const rendered = Rendered.parse(JSON.parse(output));
  return folders.map((folder) => new Manifests(rendered[folder]));
}

/** An amount of memory or processors, such as `512Mi`, `250m` or `2`. */
export function toNumber(quantity = ""): number {
  const units: Record<string, number> = { "": 1, m: 0.001, Mi: 2 ** 20, Gi: 2 ** 30 };
  const [, digits, unit = ""] = /^(\d+)([a-zA-Z]*)$/.exec(quantity) ?? [];
  if (!(unit in units)) throw new Error(`${quantity} is no amount`);
  return Number(digits) * units[unit];
}
