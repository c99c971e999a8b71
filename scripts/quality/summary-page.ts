import { ENCODING } from "../../src/quality/columns.ts";
import { presets } from "../../src/quality/presets.ts";
import {
  formatCount,
  formatTable,
  link,
  type Measured,
  percent,
  rowUpTo,
  WORTH_CHANCE,
  WORTH_DISTINCT,
  worthFrom,
} from "./measured.ts";
import { toKnow } from "./to-know.ts";

/** docs/quality.md: how it was measured, what came out, what to know, and the presets. */
export function describeAll(all: readonly Measured[], families: readonly string[]): string {
  return `# Quality figures

What was measured of ${all.length} environments at levels 0, 1, 3, 6, 10, 15 and 20 (or their last): the tables of ${families.map((family) => `[${family}](quality/${family}.md)`).join(", ")}. The data is in \`src/quality/figures.json\`, in \`GET /environments/{id}\` as \`quality\`, and on the page at /web as plots. This page and the tables are written by \`npm run quality\`; tests measure a sample anew, another one each day, and look at a digest of each environment's problems.

${describeMethod(all)}

## From which level each is worth training on

A level is worth it where guessing is right in under ${percent(WORTH_CHANCE)} and there are at least ${formatCount(WORTH_DISTINCT)} different problems. Environments by the first measured level from which that holds:

${describeWorth(all)}

## Twenty to know about

${formatTable(["environment", "what", ""], toKnow(all))}

## Where a changed answer is right, too

Right answers were spoilt in three ways: the last integer one too large, the first one's sign turned, the end cut off. Where a problem has many right answers, or asks for a choice of which a part is free, some of these are right. At level 6, in over a tenth of problems:

${describeSpoilt(all)}

## Presets

Wherever environments are named (a curriculum, \`rlve-gym export\`, \`sample\`, \`list\` and \`profile\`, \`GET /environments?names=…\`, Python's datasets and adapters), families and presets may be:

${formatTable(
  ["name", "environments of which"],
  [
    ["`family:graphs`", "the family is graphs"],
    ...[...presets].map(([name, { about }]) => [`\`${name}\``, about]),
  ],
)}

A preset must hold at the levels that are asked for: each of \`--levels\`, a curriculum's \`start\` and, if it has one, its \`max_difficulty\`. \`no-guessing@3\` says the level; between two measured levels it must hold at both. \`family:graphs+no-guessing\` are those that are in both. A curriculum that was made from a preset keeps its environments when a later release has other figures.

\`diverse\` goes by a lower bound, since nobody counts problems: of n draws, the equal pairs tell how many problems there are at least. A thousand draws without an equal pair say 168,000, at 95 %; with one, 105,000; with two no longer 100,000. Where problems are not drawn alike, the bound is lower than their number. Problems do not get fewer as levels rise, so a level counts as diverse, too, where a lower one was found so.
`;
}

function describeMethod(all: readonly Measured[]): string {
  const rows = all.flatMap(({ quality }) => quality.levels);
  const low = rows.filter(({ level }) => level <= 6);
  const high = rows.filter(({ level }) => level > 6);
  const full = (of: typeof rows, count: number) =>
    `${percent(of.filter(({ solved }) => solved >= count).length / Math.max(1, of.length))}`;
  const solved = rows.filter((row) => row.solved > 0);
  const accepted = solved.filter(({ right, surrounded }) => right === 1 && surrounded === 1);
  const nodes = [...new Set(all.flatMap(({ quality }) => quality.nodes))];
  const same = all.filter(({ quality }) => quality.nodes.length > 1).length;
  return `- **Problems**: 1,000 draws a level, of which all are answered up to level 6 and 200 above, by the reference answer. What takes too long gets fewer: ${full(low, 1000)} of the lower levels have their 1,000, ${full(high, 200)} of the higher their 200; the figures say how many each.
- **Right answers** earn accuracy 1, between markers and in the midst of a text, at ${accepted.length} of the ${solved.length} levels at which any were found in time.
- **Chance score**: the best accuracy of policies that do not solve: nothing, the commonest answer, a field of the data, the prompt, a random answer made as the right ones are.
- **Tokens**: of the first hundred problems and their reference answers, by \`${ENCODING}\`.
- **Same everywhere**: digests of ten problems a level, their answers and what right and spoilt answers earn (to nine decimals) agreed between processes on Node ${nodes.join(" and ")} for ${same} environments.
- **Times** are of the machine that measured, under load: they compare environments, not machines.`;
}

function describeWorth(all: readonly Measured[]): string {
  const groups = new Map<number, Measured[]>();
  for (const measured of all) {
    const level = worthFrom(measured.quality) ?? Infinity;
    groups.set(level, [...(groups.get(level) ?? []), measured]);
  }
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(
      ([level, members]) =>
        `- **${level === Infinity ? "none" : level}** (${members.length}): ${members.map(({ environment }) => environment.id).join(", ")}`,
    )
    .join("\n");
}

function describeSpoilt(all: readonly Measured[]): string {
  const rows = all.flatMap(({ environment, quality }) => {
    const { policies } = rowUpTo(quality, 6);
    const shares = (["off by one", "sign flipped", "truncated"] as const).map(
      (name) => policies[name]?.accuracy ?? null,
    );
    return Math.max(...shares.map((share) => share ?? 0)) > 0.1
      ? [[link(environment), ...shares.map((share) => (share === null ? "–" : percent(share)))]]
      : [];
  });
  return formatTable(["environment", "off by one", "sign flipped", "truncated"], rows);
}
