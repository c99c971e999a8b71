import type { RegisteredEnvironment } from "../environments/registry.ts";
import { profileLevel } from "../problems/profile/profile.ts";
import { formatProfiles } from "./profile-table.ts";

/** How environments are to be profiled. */
export interface ProfileOptions {
  readonly levels: readonly number[];
  readonly seeds: number;
  readonly json?: boolean;
}

/** The profile of each environment, as a table or a line of JSON. */
export function* profileTexts(
  environments: readonly RegisteredEnvironment[],
  { levels, seeds, json = false }: ProfileOptions,
  report: (progress: string) => void,
): Generator<string, void, undefined> {
  for (const [index, environment] of environments.entries()) {
    const { id, version, title } = environment;
    const profiles = levels.map((level) => {
      report(`${id}, level ${level} …`);
      return profileLevel(environment, level, { seeds });
    });
    if (json) yield JSON.stringify({ id, version, levels: profiles });
    else
      yield `${index === 0 ? "" : "\n"}${formatProfiles(`${id}@${version}: ${title}`, profiles)}`;
  }
}
