// What becomes of the project's package.json.
import { extendManifest, type ManifestAdditions } from "./extend-manifest.ts";
import type { InitOptions, InitPlan } from "./init-plan.ts";
import {
  generatedDependencies,
  projectManifest,
  toolVersion,
  typescriptVersion,
} from "./package-templates.ts";
import type { Project } from "./read-project.ts";

type ManifestPlan = Pick<InitPlan, "files" | "leftAlone" | "byHand">;

/** Written where there is none, else added to. */
export function planManifest(
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
