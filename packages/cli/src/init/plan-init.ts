// What `lockstep init` writes, leaves alone and asks for, decided before anything is written.
import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { InitOptions, InitPlan, Scripts, WantedFile } from "./init-plan.ts";
import { type PackageManager, packageManagerWords } from "./package-manager.ts";
import {
  planConfig,
  planContract,
  planEditor,
  planSettings,
  planWorkflow,
  workflowPath,
} from "./plan-files.ts";
import { planManifest } from "./plan-manifest.ts";
import { planPackages } from "./plan-packages.ts";
import { isMap, type Project } from "./read-project.ts";

/** Reads only. */
export function planInit(project: Project, options: InitOptions): InitPlan {
  const { words, scripts } = wordsFor(project, options.packageManager);
  const { workspace, config } = project;
  // a config that is there has folders of its own
  const isNew = config === undefined;
  const packages = isNew && workspace ? planPackages(project, workspace, options) : undefined;
  const output = packages?.output ?? "src/contract";
  const wanted = [
    ...planContract(project, options, scripts),
    ...planConfig(project, output),
    ...(packages?.files ?? []),
    ...(isNew ? planSettings(project, packages?.folder) : []),
    ...planEditor(options),
    ...planWorkflow(project, options),
  ];
  const manifest = planManifest(project, options, isNew && workspace === undefined);
  const isThere = ({ path }: WantedFile): boolean => exists(join(project.folder, path));
  const leftAlone = wanted.filter(isThere).map(({ path }) => path);
  // settings of another hand do not lead to the new packages
  const builds = leftAlone.includes("tsconfig.json") ? (packages?.roots ?? []) : [];
  const kept = [project.contract, config].filter((path) => path !== undefined);
  return {
    files: [...wanted.filter((file) => !isThere(file)), ...manifest.files],
    leftAlone: [...kept, ...leftAlone, ...manifest.leftAlone].sort(),
    byHand: [
      ...(packages?.byHand ?? []),
      ...manifest.byHand,
      ...adviseOnRest(project, options, leftAlone),
    ],
    next: [
      words.install,
      scripts.generate,
      [words.exec, "tsc", ...(workspace ? ["-b", ...builds] : [])].join(" "),
    ],
  };
}

/** Scripts where they are ours to name; the command itself where another one stands under the name. */
function wordsFor({ manifest }: Project, packageManager: PackageManager) {
  const words = packageManagerWords[packageManager];
  const fields = manifest.state === "read" ? manifest.value : {};
  const taken = fields.scripts ?? {};
  const type = (command: string): string => {
    const own = `lockstep ${command}`;
    const isOurs = isMap(taken) && (taken[command] ?? own) === own;
    return isOurs && manifest.state !== "unreadable"
      ? `${words.run} ${command}`
      : `${words.exec} lockstep ${command}`;
  };
  const scripts: Scripts = { generate: type("generate"), check: type("check") };
  return { words, scripts };
}

/** A link is there, wherever it leads; what cannot be looked at cannot be written either, which says why. */
function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function adviseOnRest(
  { hasChangesets, inRepository, turboWithoutOrder }: Project,
  { ci, packageManager, editorSchema }: InitOptions,
  leftAlone: readonly string[],
): readonly string[] {
  const { addForDevelopment, exec } = packageManagerWords[packageManager];
  const advice: string[] = [];
  if (ci && (inRepository ?? "") !== "") {
    advice.push(
      `${workflowPath}: it works at the repository's root only; add a job there that runs "${exec} lockstep check" in ${inRepository}`,
    );
  }
  if (leftAlone.includes(".vscode/settings.json") && editorSchema !== undefined) {
    advice.push(
      `.vscode/settings.json: add "yaml.schemas": { "./asyncapi/${editorSchema.file}": "asyncapi/*.yaml" }`,
    );
  }
  if (turboWithoutOrder !== undefined) {
    advice.push(
      `${turboWithoutOrder}: give the task "build" a "dependsOn": ["^build"], so that generated packages are built before what uses them`,
    );
  }
  if (ci && !inRepository && !hasChangesets) {
    advice.push(
      `.changeset: the CI job fails on every break, since only a changeset approves one; run "${addForDevelopment} @changesets/cli", then "${exec} changeset init"`,
    );
  }
  return advice;
}
