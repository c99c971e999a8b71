/**
 * Checks the package as its users get it: packed, unpacked, and beside its production dependencies
 * alone. Needs the built dist/.
 *
 *   npm run check:package
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** The ways to find the package's types: an ES module with `exports`, so neither old nor CommonJS. */
const RESOLUTIONS = new Set(["node16-esm", "bundler"]);

const repository = fileURLToPath(new URL("../../", import.meta.url));
const { name: NAME }: { name: string } = JSON.parse(
  readFileSync(join(repository, "package.json"), "utf8"),
);
const folder = mkdtempSync(join(tmpdir(), "rlve-gym-package-"));
const faults: string[] = [];
try {
  const tarball = pack();
  await lint(install(tarball));
  await checkTypes(tarball);
  for (const compiler of ["typescript", "typescript-5"]) compileConsumer(compiler);
  runConsumer();
  findInstallScripts();
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults) console.error(fault);
console.log(
  `package: ${faults.length === 0 ? "nothing to complain of" : `${faults.length} faults`}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

function pack(): string {
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(
    execFileSync("npm", args, { cwd: repository, encoding: "utf8", stdio: "pipe" }),
  );
  return join(folder, filename);
}

/** Unpacks it where a consumer's `npm install` puts it; returns its folder. */
function install(tarball: string): string {
  const packageFolder = join(folder, "node_modules", NAME);
  mkdirSync(packageFolder, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", packageFolder]);
  for (const path of productionPackages()) {
    const link = join(folder, path);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository, path), link);
  }
  return packageFolder;
}

interface Locked {
  readonly dev?: true;
  readonly optional?: true;
  readonly hasInstallScript?: true;
}

function lockedPackages(): [string, Locked][] {
  const lock = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8"));
  return Object.entries<Locked>(lock.packages).filter(([path, { dev }]) => path !== "" && !dev);
}

/** Where they are installed, without those inside of others, which come with them. */
function productionPackages(): string[] {
  return lockedPackages()
    .filter(([path, { optional }]) => !optional && path.lastIndexOf("node_modules/") === 0)
    .map(([path]) => path);
}

async function lint(pkgDir: string): Promise<void> {
  const { messages, pkg } = await publint({ pkgDir, strict: true, pack: false });
  for (const message of messages) {
    // Which modules a bundler puts in the place of others inside of the client: `imports` would
    // have its sources, which compile as they stand, name them by aliases.
    if (message.code === "USE_EXPORTS_OR_IMPORTS_BROWSER") continue;
    // There is no address yet where the repository is.
    faults.push(`publint: ${formatMessage(message, pkg) ?? message.code}`);
  }
}

async function checkTypes(tarball: string): Promise<void> {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  const problems = result.types === false ? [{ kind: "NoTypes" }] : result.problems;
  for (const problem of problems) {
    const kind = "resolutionKind" in problem ? problem.resolutionKind : undefined;
    if (kind === undefined || RESOLUTIONS.has(kind)) {
      faults.push(`types: ${JSON.stringify(problem)}`);
    }
  }
}

/** Compiles a program that uses the package, strictly and without Node's types. */
function compileConsumer(compiler: string): void {
  for (const file of ["consumer.ts", "package.json", "tsconfig.json"]) {
    cpSync(fileURLToPath(new URL(`consumer/${file}`, import.meta.url)), join(folder, file));
  }
  const manifest = createRequire(import.meta.url).resolve(`${compiler}/package.json`);
  try {
    execFileSync(process.execPath, [join(dirname(manifest), "bin/tsc"), "-p", folder], {
      encoding: "utf8",
    });
  } catch (error) {
    const { stdout = String(error) } = error as { stdout?: string };
    faults.push(
      ...stdout
        .trim()
        .split("\n")
        .map((line) => `${compiler}: ${line}`),
    );
  }
}

/** Runs what the package brings: its library, its client's module and its program. */
function runConsumer(): void {
  const program = `
    import { generateProblem, toReferenceAnswer, verifyOutput } from "${NAME}";
    import { RlveGymClient } from "${NAME}/client";
    const problem = generateProblem({ environment: "Sorting", difficulty: 1, seed: 7 });
    const { reward } = verifyOutput(problem, \`<answer>\${toReferenceAnswer(problem)}</answer>\`);
    console.log(reward, typeof RlveGymClient);
  `;
  const main = join(folder, "node_modules", NAME, "dist/cli/main.js");
  const runs: [name: string, args: string[], expected: RegExp][] = [
    ["library", ["--input-type=module", "--eval", program], /^1 function$/m],
    ["program", [main, "list"], /\bSorting\b/],
  ];
  for (const [name, args, expected] of runs) {
    try {
      const output = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
      if (!expected.test(output)) faults.push(`${name}: it says ${output.slice(0, 200)}`);
    } catch (error) {
      faults.push(`${name}: ${(error as { stderr?: string }).stderr ?? error}`);
    }
  }
}

/** No package that users install runs anything then. */
function findInstallScripts(): void {
  for (const [path, { hasInstallScript }] of lockedPackages()) {
    if (hasInstallScript) faults.push(`${path} has an install script`);
  }
}
