import type { Problem } from "./api/problems.ts";
import { toAddress } from "./api/request.ts";
import type { Snippet } from "./parts/copy-as.tsx";

const toBase = () => toAddress("").replace(/\/$/, "");

/** A text in single quotes of a shell. */
const quoteShell = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** A text as Python and TypeScript both write it. */
const quote = (text: string) => JSON.stringify(text);

/** The problem, as programs ask for it. */
export function toProblemSnippets(problem: Problem): Snippet[] {
  const { problem_id, environment, difficulty, seed } = problem;
  const body = JSON.stringify({ problems: [{ problem_id }] });
  const reset = `{ problem_id: ${quote(problem_id)} }`;
  return [
    {
      name: "Python",
      text: `from RLVE_Gym import RlveGymClient

with RlveGymClient(${quote(toBase())}) as client:
    [problem] = client.problems(${quote(environment)}, ${difficulty}, seeds=[${seed}])
    print(problem.problem_id, problem.problem_input)
`,
    },
    {
      name: "TypeScript",
      text: `import { RlveGymClient } from "rlve-gym-server/client";

const client = await RlveGymClient.connect(${quote(toBase())});
const { observation } = await client.reset(${reset});
console.log(observation.problem_input);
await client.close();
`,
    },
    { name: "JSON", text: JSON.stringify(problem, null, 2) },
    { name: "shell", text: toCurl("generate", body) },
  ];
}

/**
 * A verification, as programs ask for it.
 * @param body of POST /verify
 */
export function toVerifySnippets(body: string): Snippet[] {
  return [
    {
      name: "Python",
      text: `import json, urllib.request

request = urllib.request.Request(
    ${quote(`${toBase()}/verify`)},
    data=${quote(body)}.encode(),
    headers={"content-type": "application/json"},
)
print(json.load(urllib.request.urlopen(request)))
`,
    },
    {
      name: "TypeScript",
      text: `const response = await fetch(${quote(`${toBase()}/verify`)}, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: ${quote(body)},
});
console.log(await response.json());
`,
    },
    { name: "JSON", text: body },
    { name: "shell", text: toCurl("verify", body) },
  ];
}

function toCurl(path: string, body: string): string {
  return `curl ${quoteShell(`${toBase()}/${path}`)} -H 'content-type: application/json' -d ${quoteShell(body)}\n`;
}
