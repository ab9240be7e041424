// What `lockstep init` writes, leaves alone and asks for, decided before anything is written.
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { contractTemplate } from "./contract-template.ts";
import { extendManifest, type ManifestAdditions } from "./extend-manifest.ts";
import { type PackageManager, packageManagerWords } from "./package-manager.ts";
import {
  generatedDependencies,
  json,
  projectManifest,
  projectSettings,
  toolVersion,
  typescriptVersion,
  workspaceSettings,
} from "./package-templates.ts";
import { planPackages } from "./plan-packages.ts";
import { isMap, type Project } from "./read-project.ts";
import { workflowTemplate } from "./workflow-template.ts";

export interface InitOptions {
  /** Legal, as npm judges. */
  readonly name: string;
  readonly packageManager: PackageManager;
  readonly ci: boolean;
  /** Text of the editor's schema, where its setting is wanted. */
  readonly editorSchema?: string | undefined;
}

/** A file to write. */
export interface PlannedFile {
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** For a person. */
  readonly about: string;
  /** Adds to what is there, and changes nothing of it. */
  readonly extends?: true;
}

export interface InitPlan {
  readonly files: readonly PlannedFile[];
  /** Paths of what is there and stays as it is. */
  readonly leftAlone: readonly string[];
  /** What is left to a person, each `file: what and why`. */
  readonly byHand: readonly string[];
  /** What to type next. */
  readonly next: readonly string[];
}

/** A file that a plan wants where there is none. */
export type WantedFile = Omit<PlannedFile, "extends">;

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
      `${words.exec} tsc${workspace === undefined ? "" : " -b"}`,
    ],
  };
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

interface Scripts {
  readonly generate: string;
  readonly check: string;
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

const editorSchemaName = "lockstep.editor.json";

function planContract(
  { contract }: Project,
  { name, editorSchema }: InitOptions,
  scripts: Scripts,
): readonly WantedFile[] {
  if (contract !== undefined) return [];
  const schema = editorSchema && `./${editorSchemaName}`;
  const text = contractTemplate(name, { ...scripts, schema });
  return [{ path: "asyncapi/asyncapi.yaml", text, about: "the contract: one channel, one event" }];
}

function planConfig({ config, contract }: Project, output: unknown): readonly WantedFile[] {
  if (config !== undefined) return [];
  const input = contract ?? "asyncapi/asyncapi.yaml";
  const text = `import { defineConfig } from "@lockstep/cli";

export default defineConfig({
  input: "${input}",
  output: ${printOutput(output)},
});
`;
  return [{ path: "lockstep.config.ts", text, about: "where the contract is, and its code goes" }];
}

function printOutput(output: unknown): string {
  if (typeof output === "string") return JSON.stringify(output);
  const lines = Object.entries(output as object).map(
    ([part, folder]) => `    ${part}: ${JSON.stringify(folder)},\n`,
  );
  return `{\n${lines.join("")}  }`;
}

function planSettings({ manifest }: Project, folder: string | undefined): readonly WantedFile[] {
  const path = "tsconfig.json";
  if (folder !== undefined) {
    return [{ path, text: workspaceSettings(folder), about: "for tsc -b" }];
  }
  const ignored = "node_modules/\ndist/\n";
  return [
    { path, text: projectSettings(), about: "strict, for Node" },
    ...(manifest.state === "absent"
      ? [{ path: ".gitignore", text: ignored, about: "node_modules, dist" }]
      : []),
  ];
}

function planEditor({ editorSchema }: InitOptions): readonly WantedFile[] {
  if (editorSchema === undefined) return [];
  const schemas = { [`./asyncapi/${editorSchemaName}`]: ["asyncapi/*.yaml", "asyncapi/*.yml"] };
  return [
    {
      path: `asyncapi/${editorSchemaName}`,
      text: editorSchema,
      about: "AsyncAPI with our extensions, for editors",
    },
    {
      path: ".vscode/settings.json",
      text: json({ "yaml.schemas": schemas }),
      about: "completes and checks the contract (extension: redhat.vscode-yaml)",
    },
  ];
}

const workflowPath = ".github/workflows/lockstep.yml";

function planWorkflow(
  { inRepository, manifest }: Project,
  { ci, packageManager }: InitOptions,
): readonly WantedFile[] {
  if (!ci || (inRepository ?? "") !== "") return [];
  const hasVersion = manifest.state === "read" && "packageManager" in manifest.value;
  const text = workflowTemplate(packageManager, { hasVersion });
  return [{ path: workflowPath, text, about: "checks the contract in CI" }];
}

interface ManifestPlan {
  readonly files: readonly PlannedFile[];
  readonly leftAlone: readonly string[];
  readonly byHand: readonly string[];
}

function planManifest(
  { manifest }: Project,
  { name }: InitOptions,
  isSingle: boolean,
): ManifestPlan {
  const path = "package.json";
  const additions: ManifestAdditions = {
    scripts: { generate: "lockstep generate", check: "lockstep check" },
    ...(isSingle && { dependencies: generatedDependencies }),
    devDependencies: { "@lockstep/cli": toolVersion, typescript: typescriptVersion },
  };
  if (manifest.state === "absent") {
    const text = projectManifest(name, additions);
    return {
      files: [{ path, text, about: "scripts generate and check, and what they need" }],
      leftAlone: [],
      byHand: [],
    };
  }
  if (manifest.state === "unreadable") {
    const all = JSON.stringify(additions);
    return {
      files: [],
      leftAlone: [path],
      byHand: [`${path}: it is no plain JSON object; add ${all}`],
    };
  }
  const { text, added, conflicts } = extendManifest(manifest, additions);
  const byHand = conflicts.map((conflict) => `${path}: ${conflict}`);
  if (text === undefined) return { files: [], leftAlone: [path], byHand };
  const about = `adds ${added.join(", ")}`;
  return { files: [{ path, text, about, extends: true }], leftAlone: [], byHand };
}

function adviseOnRest(
  { inRepository, turboWithoutOrder }: Project,
  { ci, packageManager, editorSchema }: InitOptions,
  leftAlone: readonly string[],
): readonly string[] {
  const { exec } = packageManagerWords[packageManager];
  const advice: string[] = [];
  if (ci && (inRepository ?? "") !== "") {
    advice.push(
      `${workflowPath}: it works at the repository's root only; add a job there that runs "${exec} lockstep check" in ${inRepository}`,
    );
  }
  if (leftAlone.includes(".vscode/settings.json") && editorSchema !== undefined) {
    advice.push(
      `.vscode/settings.json: add "yaml.schemas": { "./asyncapi/${editorSchemaName}": "asyncapi/*.yaml" }`,
    );
  }
  if (turboWithoutOrder !== undefined) {
    advice.push(
      `${turboWithoutOrder}: give the task "build" a "dependsOn": ["^build"], so that generated packages are built before what uses them`,
    );
  }
  return advice;
}
