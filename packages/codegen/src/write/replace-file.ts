// Writing one file at once.
import { renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Writes a file beside its place and moves it there, so that nobody ever reads half of it.
 *
 * @throws what the disk refused, about `target`; nothing is left behind
 */
export function replaceFile(target: string, text: string): void {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, target);
  } catch (cause) {
    removeTemporary(temporary);
    throw nameTarget(cause, target);
  }
}

function removeTemporary(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // why it was not written says more
  }
}

/** The same refusal about the file that was to be written, since nobody knows the temporary one. */
function nameTarget(cause: unknown, target: string): unknown {
  const { code, message } = cause as NodeJS.ErrnoException;
  // what is there already is the temporary file itself
  if (code === undefined || code === "EEXIST") return cause;
  const [problem] = message.split(", ");
  const named = new Error(`${problem}, write '${target}'`, { cause });
  return Object.assign(named, { code, path: target });
}
