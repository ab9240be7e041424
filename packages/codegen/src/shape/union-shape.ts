// Shapes of which a value matches one.
import type { Shape } from "./shape.ts";

/** One member stands for itself; what nothing matches is left out. */
export function unionShape(members: readonly Shape[], exclusive: boolean): Shape {
  const possible = members.filter(({ kind }) => kind !== "never");
  const [first, ...others] = possible;
  if (first === undefined) return { kind: "never" };
  return others.length === 0 ? first : { kind: "union", members: possible, exclusive };
}
