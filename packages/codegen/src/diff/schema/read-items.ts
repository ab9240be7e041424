// The items of lists, of several schemas at once.
import { isSchemaObject } from "../../shape/shape-reader.ts";
import type { Items } from "./branch.ts";
import { type Located, type Node, partOf } from "./located.ts";

export function readItems(plain: Node): Items {
  const all = plain.map(readOwn);
  const length = Math.max(0, ...all.map(({ places }) => places.length));
  const places = Array.from({ length }, (_, index) =>
    all.flatMap((own) => own.places[index] ?? own.rest),
  );
  return { places, rest: all.flatMap(({ rest }) => rest) };
}

interface Own {
  readonly places: readonly Located[];
  readonly rest: Node;
}

function readOwn(by: Located): Own {
  const { items, additionalItems } = isSchemaObject(by.schema) ? by.schema : {};
  if (items === undefined) return { places: [], rest: [] };
  if (!Array.isArray(items)) return { places: [], rest: [partOf(by, items, "items")] };
  const places = items.map((item, index) => partOf(by, item, "items", String(index)));
  const rest =
    additionalItems === undefined ? [] : [partOf(by, additionalItems, "additionalItems")];
  return { places, rest };
}
