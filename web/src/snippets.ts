import type { Problem } from "./api/problems.ts";
import { hasKey, toAddress } from "./api/request.ts";
import type { Snippet } from "./parts/copy-as.tsx";

const toBase = () => toAddress("").replace(/\/$/, "");

/** A text in single quotes of a shell. */
const quoteShell = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** A text as Python and TypeScript both write it. */
const quote = (text: string) => JSON.stringify(text);

/** Keys stay where they are: a program takes its own from the environment. */
const KEY = "RLVEGYM_API_KEY";

interface Programs {
  readonly python: string;
  readonly typeScript: string;
  readonly json: string;
  readonly shell: string;
}

const toSnippets = ({ python, typeScript, json, shell }: Programs): Snippet[] => [
  { name: "Python", text: python },
  { name: "TypeScript", text: typeScript },
  { name: "JSON", text: json },
  { name: "shell", text: shell },
];

/** The problem, as programs ask for it. */
export function toProblemSnippets(problem: Problem): Snippet[] {
  const { problem_id, environment, difficulty, seed } = problem;
  const body = JSON.stringify({ problems: [{ problem_id }] });
  return toSnippets({
    python:
      withClientInPython(`[problem] = client.problems(${quote(environment)}, ${difficulty}, seeds=[${seed}])
    print(problem.problem_id, problem.problem_input)`),
    typeScript:
      withClientInTypeScript(`const { observation } = await client.reset({ problem_id: ${quote(problem_id)} });
console.log(observation.problem_input);`),
    json: JSON.stringify(problem, null, 2),
    shell: toCurl("generate", body),
  });
}

/** A curriculum, as programs draw from it. */
export function toCurriculumSnippets(name: string, state: unknown): Snippet[] {
  return toSnippets({
    python: withClientInPython(`curriculum = client.curriculum(${quote(name)})
    for problem in curriculum.draw(8):
        print(problem.problem_id, problem.problem_input)
    print(curriculum.state())`),
    typeScript: withClientInTypeScript(`const curriculum = client.curriculum(${quote(name)});
for (const problem of await curriculum.draw(8)) console.log(problem);
console.log(await curriculum.state());`),
    json: JSON.stringify(state, null, 2),
    shell: toCurl(`curricula/${encodeURIComponent(name)}`),
  });
}

/**
 * A verification, as programs ask for it.
 * @param body of POST /verify
 */
export const toVerifySnippets = (body: string) => toRequestSnippets("verify", body, body);

/**
 * What a path gives, as programs ask for it.
 * @param shown as JSON
 */
export const toGetSnippets = (path: string, shown: unknown) =>
  toRequestSnippets(path, undefined, JSON.stringify(shown, null, 2));

function toRequestSnippets(path: string, body: string | undefined, json: string): Snippet[] {
  const url = `${toBase()}/${path}`;
  const type = body === undefined ? [] : ['"content-type": "application/json"'];
  const python = hasKey() ? [`"authorization": f"Bearer {os.environ['${KEY}']}"`] : [];
  const typeScript = hasKey() ? [`authorization: \`Bearer \${process.env.${KEY}}\``] : [];
  return toSnippets({
    python: `import ${hasKey() ? "os, " : ""}urllib.request

request = urllib.request.Request(
    ${quote(url)},
${body === undefined ? "" : `    data=${quote(body)}.encode(),\n`}    headers={${[...type, ...python].join(", ")}},
)
print(urllib.request.urlopen(request).read().decode())
`,
    typeScript: `const response = await fetch(${quote(url)}, {
  headers: { ${[...type, ...typeScript].join(", ")} },${body === undefined ? "" : `\n  method: "POST",\n  body: ${quote(body)},`}
});
console.log(await response.text());
`,
    json,
    shell: toCurl(path, body),
  });
}

function withClientInPython(lines: string): string {
  const key = hasKey() ? `, api_key=os.environ[${quote(KEY)}]` : "";
  return `${hasKey() ? "import os\n" : ""}from RLVE_Gym import RlveGymClient

with RlveGymClient(${quote(toBase())}${key}) as client:
    ${lines}
`;
}

function withClientInTypeScript(lines: string): string {
  const key = hasKey() ? `, { apiKey: process.env.${KEY} ?? "" }` : "";
  return `import { RlveGymClient } from "rlve-gym-server/client";

const client = await RlveGymClient.connect(${quote(toBase())}${key});
${lines}
await client.close();
`;
}

function toCurl(path: string, body?: string): string {
  const key = hasKey() ? ` -H "authorization: Bearer $${KEY}"` : "";
  const data =
    body === undefined ? "" : ` -H 'content-type: application/json' -d ${quoteShell(body)}`;
  return `curl ${quoteShell(`${toBase()}/${path}`)}${key}${data}\n`;
}
