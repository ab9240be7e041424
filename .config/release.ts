// `npm run release`: tries a release out in a clean clone; with --version and --publish, does it here.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const usage = `npm run release                 try it out in a clean clone of HEAD, up to the registry's door; changes nothing here
npm run release -- --version    take the changesets into versions and changelogs here, to be committed
npm run release -- --publish    build and publish what is committed, and tag it
`;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}

const modes: Readonly<Record<string, () => void>> = {
  "": tryOut,
  "--version": () => version(root),
  "--publish": publish,
};

const mode = modes[process.argv.slice(2).join(" ")];
if (mode === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  try {
    mode();
  } catch (error) {
    process.stderr.write(`release: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function tryOut(): void {
  if (git(root, "status", "--porcelain") !== "") {
    process.stdout.write("What is not committed here is left out of the trial.\n");
  }
  const clone = mkdtempSync(join(tmpdir(), "lockstep-release-"));
  try {
    git(root, "clone", "--quiet", root, clone);
    run(clone, "npm", "ci", "--ignore-scripts", "--prefer-offline");
    version(clone);
    build(clone);
    for (const { name } of publicPackages(clone)) {
      const answer = run(clone, "npm", "publish", "--dry-run", "--json", "--workspace", name);
      process.stdout.write(`${describe(answer)}\n`);
    }
    process.stdout.write("Nothing was published. The real thing: docs/releasing.md\n");
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

/** Leaves a tree that `npm ci` accepts. */
function version(folder: string): void {
  const before = new Map(publicPackages(folder).map((one) => [one.name, one.version]));
  run(folder, "npx", "--no-install", "changeset", "version");
  const lockOnly = ["--package-lock-only", "--ignore-scripts", "--prefer-offline"];
  run(folder, "npm", "install", ...lockOnly);
  for (const { name, version: after } of publicPackages(folder)) {
    const was = before.get(name);
    const step = was === after ? `${after}, as it is` : `${was} → ${after}`;
    process.stdout.write(`${name}: ${step}\n`);
  }
}

function publish(): void {
  if (git(root, "status", "--porcelain") !== "") {
    throw new Error(
      "there is something that is not committed; commit it, since a release is a commit",
    );
  }
  if (pendingChangesets(root).length > 0) {
    throw new Error(
      "there are changesets; run npm run release -- --version first, and commit that",
    );
  }
  run(root, "npm", "ci");
  build(root);
  // asks the registry which versions it lacks, publishes those, and tags them
  execFileSync("npx", ["--no-install", "changeset", "publish"], { cwd: root, stdio: "inherit" });
}

function build(folder: string): void {
  run(
    folder,
    "npx",
    "--no-install",
    "turbo",
    "run",
    "build",
    "--force",
    "--output-logs=errors-only",
  );
}

function pendingChangesets(folder: string): readonly string[] {
  return readdirSync(join(folder, ".changeset")).filter(
    (file) => file.endsWith(".md") && file !== "README.md",
  );
}

function publicPackages(folder: string): readonly Manifest[] {
  return readdirSync(join(folder, "packages"))
    .map((name) => readManifest(join(folder, "packages", name, "package.json")))
    .filter((manifest) => !manifest.private);
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, "utf8")) as Manifest;
}

interface PublishAnswer {
  readonly id: string;
  readonly entryCount: number;
  /** In bytes. */
  readonly size: number;
}

/** npm answers by the package's name; scripts of the package may print before. */
function describe(answer: string): string {
  const parsed = JSON.parse(answer.slice(answer.indexOf("{"))) as Record<string, PublishAnswer>;
  return Object.values("id" in parsed ? [parsed as unknown as PublishAnswer] : parsed)
    .map(({ id, entryCount, size }) => `${id}: ${entryCount} files, ${Math.ceil(size / 1000)} kB`)
    .join("\n");
}

function git(folder: string, ...args: readonly string[]): string {
  return run(folder, "git", ...args);
}

/** @throws with all that the command printed, where it fails */
function run(folder: string, command: string, ...args: readonly string[]): string {
  try {
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
    return execFileSync(command, args, {
      cwd: folder,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as {
      readonly stdout?: string;
      readonly stderr?: string;
    };
    throw new Error(`${[command, ...args].join(" ")}\n${stdout}${stderr}`.trimEnd());
  }
}
