// What `lockstep init` is asked, and what it plans.
import type { PackageManager } from "./package-manager.ts";

export interface InitOptions {
  /** Legal, as npm judges. */
  readonly name: string;
  readonly packageManager: PackageManager;
  readonly ci: boolean;
  /** Where its setting is wanted. */
  readonly editorSchema?: EditorSchema | undefined;
}

/** The schema by which an editor completes and checks contracts. */
export interface EditorSchema {
  /** Its file's name. */
  readonly file: string;
  readonly text: string;
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

/** A file that a plan wants where there is none. */
export type WantedFile = Omit<PlannedFile, "extends">;

export interface InitPlan {
  readonly files: readonly PlannedFile[];
  /** Paths of what is there and stays as it is. */
  readonly leftAlone: readonly string[];
  /** What is left to a person, each `file: what and why`. */
  readonly byHand: readonly string[];
  /** What to type next. */
  readonly next: readonly string[];
}

/** What to type for each, in words of the package manager. */
export interface Scripts {
  readonly generate: string;
  readonly check: string;
}
