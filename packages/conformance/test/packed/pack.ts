// The packages as they would be published.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackedPackage } from "./local-registry.ts";
import { mustRun } from "./run-command.ts";

interface PackResult {
  readonly name: string;
  readonly filename: string;
}

/** Builds what is not built, and packs every public package of the tools. */
export async function packTools(root: string, folder: string): Promise<readonly PackedPackage[]> {
  const manifests = publicManifests(root);
  const names = manifests.map(({ name }) => name);
  const filters = names.map((name) => `--filter=${name}`);
  await mustRun("npx", ["turbo", "run", "build", "--output-logs=errors-only", ...filters], root);
  const workspaces = names.flatMap((name) => ["-w", name]);
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder, ...workspaces];
  const packed = JSON.parse(await mustRun("npm", args, root)) as readonly PackResult[];
  return packed.map(({ name, filename }) => {
    const manifest = manifests.find((one) => one.name === name);
    if (manifest === undefined) throw new Error(`${name}: packed, and not asked for`);
    return { manifest, tarball: join(folder, filename) };
  });
}

export interface PublicManifest {
  readonly name: string;
  readonly version: string;
  readonly [field: string]: unknown;
}

/** `package.json` of each package that is published, but for those of the demo's contract. */
export function publicManifests(root: string): readonly PublicManifest[] {
  return readdirSync(join(root, "packages"))
    .map((folder) =>
      JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8")),
    )
    .filter(({ name, private: isPrivate }) => !isPrivate && name.startsWith("@lockstep/"));
}
