// A place whose line is looked for when somebody asks.
import type { Origin } from "../model/contract-model.ts";
import type { LoadedDocument } from "./loaded-document.ts";
import type { Place } from "./reference.ts";
import type { Position, SourceFile } from "./source-file.ts";

/** Answers the places of parts. It holds on to nothing but what it is given, since what it answers may be kept for long. */
export function createLocate(
  sources: ReadonlyMap<string, SourceFile>,
  standIns: ReadonlyMap<string, string>,
): LoadedDocument["locate"] {
  return (file, pointer) => {
    const path = standIns.get(file) ?? file;
    return createOrigin({ file, pointer }, () => sources.get(path));
  };
}

/**
 * Every part of a contract has an origin, and few of them are ever shown; so line and column are getters, which look into
 * the file as it is when they are asked. As JSON it is the place alone, which stays where it is when a line above it goes.
 */
function createOrigin(
  { file, pointer }: Place,
  sourceNow: () => Pick<SourceFile, "locate"> | undefined,
): Origin {
  const position = (): Position => sourceNow()?.locate(pointer) ?? { line: 1, column: 1 };
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
