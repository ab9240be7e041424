// What made the files: this package and the runtime's part in it, by their sources, which are published beside what is built from them.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Differs whenever the generator or a version that it depends on does; the same on every machine, built or not. */
export function generatorDigest(): string {
  const hash = createHash("sha256");
  for (const { name, path } of generatorFiles())
    hash.update(`${name}\n`).update(readFileSync(path));
  return hash.digest("hex");
}

interface GeneratorFile {
  /** The same on every machine. */
  readonly name: string;
  readonly path: string;
}

/** The sources that a contract's code is made by, of both packages, each with its package's manifest first. */
export function generatorFiles(): readonly GeneratorFile[] {
  const folder = fileURLToPath(new URL("../../", import.meta.url));
  const runtime = findPackage(folder, "@lockstep/runtime");
  return [
    ...filesOf(folder, /^src\//),
    // what the rules of names are, judges contracts; numbers are judged for ajv
    ...(runtime === undefined ? [] : filesOf(runtime, /^src\/(?:names\/|schema\/numbers\.)/)),
  ];
}

function filesOf(folder: string, wanted: RegExp): readonly GeneratorFile[] {
  const sources = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => `src/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !/\.test(?:-d)?\./.test(path) && wanted.test(path));
  return ["package.json", ...sources.sort()].map((name) => ({ name, path: join(folder, name) }));
}

/** Folder of a package, as Node.js looks for it from another. */
function findPackage(from: string, name: string): string | undefined {
  for (let folder = join(from, "."); ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", name);
    if (existsSync(join(found, "package.json"))) return found;
    if (dirname(folder) === folder) return undefined;
  }
}
