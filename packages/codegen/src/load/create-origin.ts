// A place whose line is looked for when somebody asks.
import type { Origin } from "../model/contract-model.ts";
import type { Place } from "./reference.ts";
import type { Position, SourceFile } from "./source-file.ts";

/**
 * Every part of a contract has an origin, and few of them are ever shown; so line and column are getters. As JSON it is
 * the place alone, which stays where it is when a line above it goes.
 */
export function createOrigin(
  { file, pointer }: Place,
  source: Pick<SourceFile, "locate"> | undefined,
): Origin {
  let found: Position | undefined;
  const position = (): Position => {
    found ??= source?.locate(pointer) ?? { line: 1, column: 1 };
    return found;
  };
  const origin = {
    file,
    pointer,
    get line() {
      return position().line;
    },
    get column() {
      return position().column;
    },
  };
  return Object.freeze(
    Object.defineProperty(origin, "toJSON", { value: () => ({ file, pointer }) }),
  );
}
