// The shells of generated packages, and the manifests and settings of a project that has none.
import { version } from "../version.ts";

/** What our packages are asked for by: they are released together. */
export const toolVersion: string = `^${version}`;
const zodVersion = "^4.1.0";
export const typescriptVersion = "^7.0.0";
const reactVersions = "^18.2.0 || ^19.0.0";

/** What generated code imports. */
export const generatedDependencies: Readonly<Record<string, string>> = {
  "@lockstep/runtime": toolVersion,
  zod: zodVersion,
};

export const parts = ["events", "publishers", "subscribers"] as const;

export type Part = (typeof parts)[number];

const descriptions: Readonly<Record<Part, string>> = {
  events: "The contract as typed constants: payload types, schemas and channels. Generated.",
  publishers: "Typed publishers for the backend. Generated.",
  subscribers: "Typed subscribers for the frontend, with React hooks. Generated.",
};

const partVersion = "0.1.0";

export interface PackageOptions {
  readonly scope: string;
  /** The version by which a package depends on another of its workspace. */
  readonly sibling: (version: string) => string;
}

/** `package.json` of a generated package. */
export function partManifest(part: Part, { scope, sibling }: PackageOptions): string {
  const entry = (folder: string): unknown => ({
    types: `./dist/${folder}index.d.ts`,
    default: `./dist/${folder}index.js`,
  });
  const isSubscribers = part === "subscribers";
  return json({
    name: `${scope}/${part}`,
    version: partVersion,
    private: true,
    description: descriptions[part],
    type: "module",
    sideEffects: false,
    exports: { ".": entry(""), ...(isSubscribers && { "./react": entry("react/") }) },
    files: ["dist"],
    scripts: { build: "tsc -b" },
    dependencies:
      part === "events"
        ? generatedDependencies
        : sorted({ ...generatedDependencies, [`${scope}/events`]: sibling(partVersion) }),
    ...(isSubscribers && {
      peerDependencies: { react: reactVersions },
      peerDependenciesMeta: { react: { optional: true } },
      devDependencies: { "@types/react": reactVersions, react: reactVersions },
    }),
  });
}

/** `tsconfig.json` of a generated package: complete in itself, whatever the others of the workspace extend. */
export function partSettings(part: Part): string {
  return json({
    compilerOptions: {
      ...settings,
      lib: part === "subscribers" ? ["es2023", "dom"] : ["es2023"],
      composite: true,
      sourceMap: true,
      declarationMap: true,
    },
    include: ["src"],
    ...(part !== "events" && { references: [{ path: "../events" }] }),
  });
}

/** `package.json` where there is none. */
export function projectManifest(
  name: string,
  additions: Readonly<Record<string, unknown>>,
): string {
  return json({ name, version: "0.1.0", private: true, type: "module", ...additions });
}

/** `tsconfig.json` of a single package that has none. */
export function projectSettings(): string {
  return json({ compilerOptions: { ...settings, lib: ["es2023", "dom"] }, include: ["src"] });
}

/** `tsconfig.json` of a workspace that has none, for `tsc -b`. */
export function workspaceSettings(folder: string): string {
  return json({ files: [], references: parts.map((part) => ({ path: `${folder}/${part}` })) });
}

const settings = {
  target: "es2023",
  module: "nodenext",
  rootDir: "src",
  outDir: "dist",
  strict: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  declaration: true,
};

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function sorted(entries: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}
