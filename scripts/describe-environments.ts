import { environments, type RegisteredEnvironment } from "../src/environments/registry.ts";
import { generateProblem } from "../src/problems/problem.ts";

/** Where the description is kept. */
export const environmentsDoc = new URL("../docs/environments.md", import.meta.url);

/** Which problem shows what an environment asks. */
const SHOWN = { difficulty: 1, seed: 0 };

/** docs/environments.md: what each environment asks, how it is answered and what it pays. */
export function describeEnvironments(): string {
  const families = new Map<string, RegisteredEnvironment[]>();
  for (const environment of environments.values()) {
    const members = families.get(environment.family) ?? [];
    families.set(environment.family, [...members, environment]);
  }
  const sections = [...families].map(([family, members]) => {
    const list = members.map(describe).join("\n");
    return `## ${family} (${members.length})\n\n${list}`;
  });
  const contents = [...families].map(
    ([family, members]) =>
      `- [${family}](#${family}-${members.length}): ${members.map(({ id }) => id).join(", ")}`,
  );
  return `# Environments

${environments.size} environments in ${families.size} families. Each is shown by its problem of difficulty ${SHOWN.difficulty}, seed ${SHOWN.seed}. This page is written by \`npm run docs\`.

${contents.join("\n")}

${sections.join("\n")}`;
}

function describe(environment: RegisteredEnvironment): string {
  const { id, title, summary, reward, answer } = environment;
  const { prompt } = generateProblem(environment, SHOWN.difficulty, SHOWN.seed);
  const fence = "`".repeat(3);
  return `### ${id}

**${title}.** ${summary}

- answer: ${answer.description}
- reward: ${reward}

<details><summary>Problem ${id}@${environment.version}/${SHOWN.difficulty}/${SHOWN.seed}</summary>

${fence}text
${prompt}
${fence}

</details>
`;
}
