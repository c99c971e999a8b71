import { environments, type RegisteredEnvironment } from "../src/environments/registry.ts";
import { generateProblem } from "../src/problems/problem.ts";
import { MAX_DRAWS } from "../src/problems/split-search.ts";
import { familiesOf } from "../test/environments/families.ts";

/** The page that lists the families. */
export const environmentsPage = new URL("../docs/environments.md", import.meta.url);

/** Where the families' pages are kept. */
export const familyFolder = new URL("../docs/environments/", import.meta.url);

/** The page of a family. */
export function familyPage(family: string): URL {
  return new URL(`${family}.md`, familyFolder);
}

/** Which problem shows what an environment asks. */
const SHOWN = { difficulty: 1, seed: 0 };

/** docs/environments.md: the families and the environments of each. */
export function describeFamilies(): string {
  const families = familiesOf(environments);
  const contents = [...families].map(([family, members]) => {
    const links = members.map(({ id }) => `[${id}](environments/${family}.md#${id.toLowerCase()})`);
    return `**[${family}](environments/${family}.md)** (${members.length}): ${links.join(", ")}`;
  });
  return `# Environments

${environments.size} environments in ${families.size} families. This page and those of the families are written by \`npm run renew\`.

${contents.join("\n\n")}
`;
}

/** docs/environments/<family>.md: what each environment asks, how it is answered, what it pays. */
export function describeFamily(family: string, members: readonly RegisteredEnvironment[]): string {
  return `# ${family}

Each environment is shown by its problem of difficulty ${SHOWN.difficulty}, seed ${SHOWN.seed}. This page is written by \`npm run renew\`.

${members.map(describe).join("\n")}`;
}

function describe(environment: RegisteredEnvironment): string {
  const { id, title, summary, reward, answer } = environment;
  const { prompt } = generateProblem(environment, SHOWN.difficulty, SHOWN.seed);
  const fence = "`".repeat(3);
  return `## ${id}

**${title}.** ${summary}

- answer: ${answer.description}
- reward: ${reward}
- ${countDistinct(environment)}

<details><summary>Problem ${id}@${environment.version}/${SHOWN.difficulty}/${SHOWN.seed}</summary>

${fence}text
${prompt}
${fence}

</details>
`;
}

/** The levels whose variety is told, those of the tasks; above them there is seldom little. */
const LEVELS = Array.from({ length: 10 }, (_, level) => level);

/** How many different problems there are at each level, and how many of them are for tests. */
function countDistinct(environment: RegisteredEnvironment): string {
  const counts = LEVELS.map((level) => {
    const problems = Array.from({ length: MAX_DRAWS }, (_, seed) =>
      generateProblem(environment, level, seed),
    );
    const splits = new Map(problems.map((problem) => [problem.prompt, problem.split]));
    const tests = [...splits.values()].filter((split) => split === "test").length;
    return `${splits.size} (${tests})`;
  });
  return `distinct problems among ${MAX_DRAWS} seeds, and those of \`test\`, at levels 0 to ${LEVELS.length - 1}: ${counts.join(", ")}`;
}
