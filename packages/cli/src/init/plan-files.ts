// The files that `lockstep init` wants where there are none, beside the shells of packages.
import { contractTemplate } from "./contract-template.ts";
import type { InitOptions, Scripts, WantedFile } from "./init-plan.ts";
import { json, projectSettings, workspaceSettings } from "./package-templates.ts";
import type { Project } from "./read-project.ts";
import { workflowTemplate } from "./workflow-template.ts";

export function planContract(
  { contract }: Project,
  { name, editorSchema }: InitOptions,
  scripts: Scripts,
): readonly WantedFile[] {
  if (contract !== undefined) return [];
  const schema = editorSchema && `./${editorSchema.file}`;
  const text = contractTemplate(name, { ...scripts, schema });
  return [{ path: "asyncapi/asyncapi.yaml", text, about: "the contract: one channel, one event" }];
}

export function planConfig({ config, contract }: Project, output: unknown): readonly WantedFile[] {
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

export function planSettings(
  { manifest }: Project,
  folder: string | undefined,
): readonly WantedFile[] {
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

export function planEditor({ editorSchema }: InitOptions): readonly WantedFile[] {
  if (editorSchema === undefined) return [];
  const schemas = { [`./asyncapi/${editorSchema.file}`]: ["asyncapi/*.yaml", "asyncapi/*.yml"] };
  return [
    {
      path: `asyncapi/${editorSchema.file}`,
      text: editorSchema.text,
      about: "AsyncAPI with our extensions, for editors",
    },
    {
      path: ".vscode/settings.json",
      text: json({ "yaml.schemas": schemas }),
      about: "completes and checks the contract (extension: redhat.vscode-yaml)",
    },
  ];
}

export const workflowPath = ".github/workflows/lockstep.yml";

export function planWorkflow(
  { inRepository, manifest }: Project,
  { ci, packageManager }: InitOptions,
): readonly WantedFile[] {
  if (!ci || (inRepository ?? "") !== "") return [];
  const hasVersion = manifest.state === "read" && "packageManager" in manifest.value;
  const text = workflowTemplate(packageManager, { hasVersion });
  return [{ path: workflowPath, text, about: "checks the contract in CI" }];
}
