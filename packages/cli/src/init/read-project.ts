// What stands in the folder that a contract is to be put into. Reads only.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { parse } from "yaml";
import { findChangesetFolder } from "../changesets/changeset-folder.ts";
import { defaultInputs } from "../contract-options.ts";
import { findConfig } from "../load-config.ts";
import { detectPackageManager, type PackageManager } from "./package-manager.ts";
import { isPackageName, nameOfFolder } from "./project-name.ts";

export interface Project {
  readonly folder: string;
  /** Of the manifest, else after the folder; legal. */
  readonly name: string;
  readonly packageManager: PackageManager;
  readonly manifest: Manifest;
  /** Folders that the workspace's packages stand in, as patterns; absent where it is no workspace. */
  readonly workspace?: Workspace;
  /** A config that is there already. */
  readonly config?: string;
  /** A contract at one of the usual places. */
  readonly contract?: string;
  /** Path from the repository's root to this folder, empty at the root; absent outside of a repository. */
  readonly inRepository?: string;
  /** Whether changesets are set up, here or above. */
  readonly hasChangesets: boolean;
  /** Settings of turbo by which nothing is built before what depends on it. */
  readonly turboWithoutOrder?: string;
}

export type Manifest =
  | { readonly state: "absent" }
  /** Comments, or worse. */
  | { readonly state: "unreadable" }
  | {
      readonly state: "read";
      readonly text: string;
      readonly value: Readonly<Record<string, unknown>>;
    };

export interface Workspace {
  readonly patterns: readonly string[];
  /** The file that lists them. */
  readonly file: string;
}

export function readProject(folder: string): Project {
  const manifest = readManifest(folder);
  const fields = manifest.state === "read" ? manifest.value : {};
  const repository = findAbove(folder, ".git");
  const workspace = readWorkspace(folder, fields);
  const config = findConfig(folder);
  const contract = defaultInputs.find((path) => existsSync(join(folder, path)));
  const turbo = findTurbo(folder);
  const { name } = fields;
  return {
    folder,
    name: typeof name === "string" && isPackageName(name) ? name : nameOfFolder(basename(folder)),
    packageManager: detectPackageManager(
      repository === undefined ? [folder] : foldersBetween(folder, repository),
      fields.packageManager,
    ),
    manifest,
    hasChangesets: findChangesetFolder(folder) !== undefined,
    ...(workspace && { workspace }),
    ...(config !== undefined && { config }),
    ...(contract !== undefined && { contract }),
    ...(repository !== undefined && {
      inRepository: relative(repository, folder).split(sep).join("/"),
    }),
    ...(turbo !== undefined && { turboWithoutOrder: turbo }),
  };
}

function readManifest(folder: string): Manifest {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return { state: "absent" };
  const text = readFileSync(path, "utf8");
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? { state: "read", text, value } : { state: "unreadable" };
  } catch {
    return { state: "unreadable" };
  }
}

function readWorkspace(
  folder: string,
  { workspaces }: Readonly<Record<string, unknown>>,
): Workspace | undefined {
  const file = "pnpm-workspace.yaml";
  const path = join(folder, file);
  // without a list it only holds settings
  const packages = existsSync(path) ? readPackages(path) : undefined;
  if (Array.isArray(packages)) return { file, patterns: textsIn(packages) };
  const listed = isMap(workspaces) ? workspaces.packages : workspaces;
  return Array.isArray(listed) ? { file: "package.json", patterns: textsIn(listed) } : undefined;
}

function readPackages(path: string): unknown {
  try {
    const value: unknown = parse(readFileSync(path, "utf8"));
    return isMap(value) ? value.packages : undefined;
  } catch {
    // pnpm will say what is wrong with it
    return undefined;
  }
}

function textsIn(list: readonly unknown[]): readonly string[] {
  return list.filter((one) => typeof one === "string");
}

/** The settings of turbo that say nothing of building what a package depends on. */
function findTurbo(folder: string): string | undefined {
  return ["turbo.json", "turbo.jsonc"].find((file) => {
    const path = join(folder, file);
    return existsSync(path) && !readFileSync(path, "utf8").includes('"^build"');
  });
}

function findAbove(folder: string, name: string): string | undefined {
  if (existsSync(join(folder, name))) return folder;
  return dirname(folder) === folder ? undefined : findAbove(dirname(folder), name);
}

function foldersBetween(folder: string, top: string): readonly string[] {
  return folder === top ? [folder] : [folder, ...foldersBetween(dirname(folder), top)];
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
