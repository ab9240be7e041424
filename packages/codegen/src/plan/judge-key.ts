// Keys that cannot become names.
import { pascalName } from "./names.ts";

// what every object inherits, and `then`, which makes a promise of its owner
const inherited = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype", "then"]);

/** Why a key of a message cannot be the name of a builder and of a handler; `undefined` where it can. */
export function nameProblem(key: string): string | undefined {
  if (pascalName(key) === "")
    return "has no letter or digit to make a name from; choose another key";
  if (inherited.has(key))
    return "JavaScript gives this name a meaning of its own on every object; choose another key";
  return undefined;
}
