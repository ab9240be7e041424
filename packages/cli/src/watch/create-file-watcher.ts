// Hearing that any of some files changed, also those that are not there yet.
import { type FSWatcher, watch } from "node:fs";
import { basename, dirname, join } from "node:path";

export interface FileWatcher {
  /** Follows these files, by full path, and no others. Changes from before are not heard. */
  readonly follow: (paths: readonly string[]) => void;
  readonly close: () => void;
}

/**
 * Watches folders rather than files: editors replace files, and folders come and go too. Each folder above a file is
 * watched for the next step towards it, as far as there are folders.
 */
export function createFileWatcher(onChange: () => void): FileWatcher {
  const watchers = new Map<string, FSWatcher>();
  let wanted: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const open = (folder: string): void => {
    try {
      const watcher = watch(folder, (_event, name) => {
        const isWanted =
          name === null || wanted.get(folder)?.has(name) || name === basename(folder);
        if (isWanted) onChange();
      });
      watcher.on("error", () => {
        drop(folder);
        onChange();
      });
      watchers.set(folder, watcher);
    } catch {
      // not there: the folder above hears when it comes
    }
  };
  return {
    follow: (paths) => {
      wanted = stepsTowards(paths);
      // a folder that was replaced is another one under the same name
      for (const folder of [...watchers.keys()]) drop(folder);
      for (const folder of wanted.keys()) open(folder);
    },
    close: () => {
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}

/** The names to listen for, by folder. */
function stepsTowards(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const steps = new Map<string, Set<string>>();
  for (const path of paths) {
    for (let step = path; dirname(step) !== step; step = dirname(step)) {
      const folder = join(dirname(step));
      const names = steps.get(folder) ?? new Set();
      if (names.has(basename(step))) break;
      steps.set(folder, names.add(basename(step)));
    }
  }
  return steps;
}
