// The contract of a dev server that runs: read again whenever one of its files changes.
import type { DevContract } from "../load-dev-contract.ts";
import { createFileWatcher, type FileWatcher } from "./create-file-watcher.ts";

export interface FollowDevContractOptions {
  /** Reads it again, and prints what is wrong with it. */
  readonly load: () => Promise<DevContract>;
  /** Receives each that can be used; the last one stays while the document is broken. */
  readonly use: (contract: Extract<DevContract, { state: "loaded" }>) => void;
  /** Receives what either of them throws; the next change is followed all the same. */
  readonly onError: (error: unknown) => void;
}

/** Follows the contract until the watcher is closed. */
export function followDevContract(
  { files }: Pick<DevContract, "files">,
  { load, use, onError }: FollowDevContractOptions,
): Pick<FileWatcher, "close"> {
  let isLoading = false;
  let isDue = false;
  let isClosed = false;
  const reload = async () => {
    isDue = true;
    if (isLoading) return;
    isLoading = true;
    try {
      // what changes meanwhile is read once more
      while (isDue && !isClosed) {
        isDue = false;
        const loaded = await load();
        if (isClosed) return;
        if (loaded.files.length > 0) watcher.follow(loaded.files);
        if (loaded.state === "loaded") use(loaded);
      }
    } catch (error) {
      onError(error);
    } finally {
      isLoading = false;
    }
  };
  const watcher = createFileWatcher(() => void reload());
  watcher.follow(files);
  return {
    close: () => {
      isClosed = true;
      watcher.close();
    },
  };
}
