// Which package manager a project uses, and what to type with it.
import { existsSync } from "node:fs";
import { join } from "node:path";

export const packageManagers = ["npm", "pnpm", "yarn", "bun"] as const;

export type PackageManager = (typeof packageManagers)[number];

export interface PackageManagerWords {
  readonly install: string;
  /** Installs in CI, exactly what the lockfile says. */
  readonly cleanInstall: string;
  /** Stands in front of a package that development needs. */
  readonly addForDevelopment: string;
  /** Stands in front of a script's name. */
  readonly run: string;
  /** Stands in front of a command of an installed package. */
  readonly exec: string;
  /** The version by which one package of a workspace depends on another of the version given. */
  readonly sibling: (version: string) => string;
}

const toWorkspace = (): string => "workspace:*";

export const packageManagerWords: Readonly<Record<PackageManager, PackageManagerWords>> = {
  npm: {
    install: "npm install",
    cleanInstall: "npm ci",
    addForDevelopment: "npm install --save-dev",
    run: "npm run",
    exec: "npx",
    // npm does not know the protocol "workspace:"
    sibling: (version) => version,
  },
  pnpm: {
    install: "pnpm install",
    cleanInstall: "pnpm install --frozen-lockfile",
    addForDevelopment: "pnpm add --save-dev",
    run: "pnpm run",
    exec: "pnpm exec",
    sibling: toWorkspace,
  },
  yarn: {
    install: "yarn install",
    cleanInstall: "yarn install --immutable",
    addForDevelopment: "yarn add --dev",
    run: "yarn run",
    exec: "yarn",
    sibling: toWorkspace,
  },
  bun: {
    install: "bun install",
    cleanInstall: "bun install --frozen-lockfile",
    addForDevelopment: "bun add --dev",
    run: "bun run",
    exec: "bunx",
    sibling: toWorkspace,
  },
};

const tracks: readonly (readonly [file: string, manager: PackageManager])[] = [
  ["pnpm-lock.yaml", "pnpm"],
  ["pnpm-workspace.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
];

/** By the `packageManager` field, else by what the folders hold, the nearest first; npm where nothing tells. */
export function detectPackageManager(
  folders: readonly string[],
  packageManagerField: unknown,
): PackageManager {
  const named =
    typeof packageManagerField === "string" ? packageManagerField.split("@")[0] : undefined;
  const known = packageManagers.find((manager) => manager === named);
  if (known !== undefined) return known;
  for (const folder of folders) {
    const track = tracks.find(([file]) => existsSync(join(folder, file)));
    if (track !== undefined) return track[1];
  }
  return "npm";
}
