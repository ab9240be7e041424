// A file beside the generated code that says what it was made of, so that nothing is made again while all that stands.
import { createHash, type Hash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import type { GenerateOptions, GenerateResult } from "../generate.ts";
import { defaultOutput, outputFolders, packageNameAbove } from "../output-folders.ts";
import { isGenerated } from "../write/generated-file.ts";
import { generatorDigest } from "./generator-digest.ts";

/** What is known of generated code without making it again. */
export interface UpToDate {
  /** How many generated files there are. */
  readonly fileCount: number;
  /** What was said when they were made; none of it is an error. */
  readonly diagnostics: readonly Diagnostic[];
  /** The days on which parts of the contract end, each once: they are judged by the day of the question. */
  readonly sunsets: readonly string[];
}

interface Lock extends Pick<UpToDate, "diagnostics" | "sunsets"> {
  /** Paths from the working folder. */
  readonly sources: readonly string[];
  readonly made: string;
}

/**
 * Whether the documents, the options, the generator and every generated file are those of the last generation. Reads and
 * hashes them, and parses nothing.
 *
 * @returns `undefined` where anything is another, or where it is not known
 */
export async function findUpToDate(options: GenerateOptions): Promise<UpToDate | undefined> {
  const lock = readLock(options);
  if (lock === undefined) return undefined;
  const { digest, fileCount } = await digestOf(options, lock.sources);
  const { diagnostics, sunsets } = lock;
  return digest === lock.made ? { fileCount, diagnostics, sunsets } : undefined;
}

/** Writes down what the generated code, as it now is on the disk, was made of. */
export async function writeLock(
  options: GenerateOptions,
  { sources, diagnostics, sunsets }: Pick<GenerateResult, "sources" | "diagnostics" | "sunsets">,
): Promise<void> {
  const { digest } = await digestOf(options, sources);
  const days = [...new Set(sunsets.map(({ sunset }) => sunset))].sort();
  const known = { sources, diagnostics, sunsets: days };
  const lock = { "@generated": lockNotice, ...known, made: digest };
  const path = lockPath(options);
  const text = `${JSON.stringify(lock, null, 2)}\n`;
  if (readText(path) === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const lockNotice =
  "by lockstep: lets `generate` and `check` see that nothing changed. Commit it; after a merge, generate again.";

function lockPath({ output = defaultOutput, cwd = process.cwd() }: GenerateOptions): string {
  return join(resolve(cwd, outputFolders(output).events), "contract.lock");
}

function readLock(options: GenerateOptions): Lock | undefined {
  try {
    const lock: unknown = JSON.parse(readText(lockPath(options)) ?? "");
    return isLock(lock) ? lock : undefined;
  } catch {
    // a lock that a merge has left in pieces is no lock
    return undefined;
  }
}

function isLock(value: unknown): value is Lock {
  if (typeof value !== "object" || value === null) return false;
  const { sources, diagnostics, sunsets, made } = value as Record<string, unknown>;
  return [sources, diagnostics, sunsets].every(Array.isArray) && typeof made === "string";
}

async function digestOf(
  options: GenerateOptions,
  sources: readonly string[],
): Promise<{ readonly digest: string; readonly fileCount: number }> {
  const { cwd = process.cwd(), output = defaultOutput, input } = options;
  const { only, channels, remote, command } = options;
  const folders = outputFolders(output);
  const eventsPackage = await packageNameAbove(resolve(cwd, folders.events));
  const path = relative(cwd, resolve(cwd, input)).split(sep).join("/");
  const asked = {
    only,
    channels,
    remote,
    command,
    folders,
    input: path,
    eventsPackage: options.eventsPackage ?? eventsPackage,
  };
  const hash = createHash("sha256");
  hash.update(`${generatorDigest()}\n${JSON.stringify(sortedEntries(asked))}\n`);
  for (const source of sources) addFile(hash, source, readText(resolve(cwd, source)) ?? "");
  let fileCount = 0;
  for (const folder of new Set(Object.values(folders))) {
    for (const file of await listCode(resolve(cwd, folder))) {
      const text = readText(join(resolve(cwd, folder), file));
      if (text === undefined || !isGenerated(text)) continue;
      addFile(hash, `${folder}/${file}`, text);
      fileCount += 1;
    }
  }
  return { digest: hash.digest("hex"), fileCount };
}

function addFile(hash: Hash, path: string, text: string): void {
  hash.update(`${path}\n${text.length}\n`).update(text);
}

function sortedEntries(value: object): unknown {
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [two]) => (one < two ? -1 : 1));
}

async function listCode(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.includes("node_modules/"))
    .sort();
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
