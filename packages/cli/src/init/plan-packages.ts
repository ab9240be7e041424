// The shells of the three generated packages in a workspace.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { InitOptions, WantedFile } from "./init-plan.ts";
import { packageManagerWords } from "./package-manager.ts";
import { type Part, partManifest, partSettings, parts } from "./package-templates.ts";
import { scopeOf } from "./project-name.ts";
import { isMap, type Project, type Workspace } from "./read-project.ts";

export interface PackagesPlan {
  /** That the three stand in. */
  readonly folder: string;
  /** For the config. */
  readonly output: Readonly<Record<Part, string>>;
  /** Folders of the packages that no other one of them depends on, which `tsc -b` builds everything from. */
  readonly roots: readonly string[];
  readonly files: readonly WantedFile[];
  readonly byHand: readonly string[];
}

export function planPackages(
  { folder: root }: Project,
  workspace: Workspace,
  { name, packageManager }: InitOptions,
): PackagesPlan {
  const folder = chooseFolder(workspace.patterns);
  const scope = scopeOf(name);
  const { sibling } = packageManagerWords[packageManager];
  const files = parts.flatMap((part): readonly WantedFile[] => [
    {
      path: `${folder}/${part}/package.json`,
      text: partManifest(part, { scope, sibling }),
      about: `${scope}/${part}`,
    },
    {
      path: `${folder}/${part}/tsconfig.json`,
      text: partSettings(part),
      about: "builds it by tsc -b",
    },
  ]);
  return {
    folder,
    output: {
      events: `${folder}/events/src`,
      publishers: `${folder}/publishers/src`,
      subscribers: `${folder}/subscribers/src`,
    },
    roots: [`${folder}/publishers`, `${folder}/subscribers`],
    files,
    byHand: [
      ...(isCovered(workspace.patterns, folder)
        ? []
        : [`${workspace.file}: add "${folder}/*" to the packages of the workspace`]),
      ...parts.flatMap((part) => judgeManifest(root, `${folder}/${part}/package.json`)),
    ],
  };
}

/** A package of another hand under one of our names needs what generated code imports. */
function judgeManifest(root: string, path: string): readonly string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(full, "utf8"));
  } catch {
    return [`${path}: it is no plain JSON object; give it the dependency "@lockstep/runtime"`];
  }
  const dependencies = isMap(manifest) ? manifest.dependencies : undefined;
  if (isMap(dependencies) && "@lockstep/runtime" in dependencies) return [];
  return [
    `${path}: it has no dependency "@lockstep/runtime", so it is perhaps another's; add it, or choose other folders in lockstep.config.ts`,
  ];
}

/** `packages` where the workspace has it, or has nothing of the kind. */
function chooseFolder(patterns: readonly string[]): string {
  if (isCovered(patterns, "packages")) return "packages";
  const others = patterns.flatMap((pattern) => {
    const folder = /^(?:\.\/)?([\w.-]+(?:\/[\w.-]+)*)\/\*\/?$/.exec(pattern)?.[1];
    return folder === undefined || /^\.|\.\.|(?:^|\/)apps?$/.test(folder) ? [] : [folder];
  });
  return others[0] ?? "packages";
}

function isCovered(patterns: readonly string[], folder: string): boolean {
  const wanted = [`${folder}/*`, `${folder}/**`, "**", "*/*"];
  return patterns.some((pattern) =>
    wanted.includes(pattern.replace(/^\.\//, "").replace(/\/$/, "")),
  );
}
