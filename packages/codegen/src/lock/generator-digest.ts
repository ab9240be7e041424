// What made the files: this package, by its own sources, which are published beside what is built from them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Differs whenever the generator or a version that it depends on does; the same on every machine, built or not. */
export function generatorDigest(): string {
  const hash = createHash("sha256");
  const folder = fileURLToPath(new URL("../../", import.meta.url));
  const paths = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => `src/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !/\.test(?:-d)?\./.test(path));
  for (const path of ["package.json", ...paths.sort()]) {
    hash.update(`${path}\n`).update(readFileSync(join(folder, path)));
  }
  return hash.digest("hex");
}
