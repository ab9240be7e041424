// Where a command prints and when it ends: injected, so that tests read what a person would.

export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything that is not a result. */
  readonly err: (text: string) => void;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Whether `err` may carry colours. */
  readonly colors: boolean;
  /**
   * Aborted when the person wants to stop (Ctrl-C). Only a command that asks for it takes the signal; any other is ended
   * by it as every process is.
   */
  readonly stop: AbortSignal;
}

/** Text of somebody else's for a terminal, which obeys control characters. */
export function withoutControls(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "�");
}
