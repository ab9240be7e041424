// `contentType`: what a payload looks like on the wire.
import { findPart, type Part } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import { type Layers, layeredChild } from "./message-layers.ts";
import { type ModelContext, report } from "./model-context.ts";

/** Reports a payload that is not JSON: Pusher's data is, and nothing here writes anything else. */
export function checkContentType(
  context: ModelContext,
  key: string,
  { part, layers }: { readonly part: Part; readonly layers: Layers },
): void {
  const own = layeredChild(layers, "contentType");
  const type = own ?? defaultContentType(context);
  if (typeof type?.value !== "string" || isJson(type.value)) return;
  const source = own ? "its contentType" : "the defaultContentType";
  const message = `message "${key}": ${source} ${quote(type.value)} is not JSON, which is what travels over Pusher; write "application/json"`;
  report(context, own ?? part, { code: "content-type-unsupported", message });
}

/** The content type of a message, in lower case; `undefined` where it is `application/json`, also by default. */
export function readContentType(context: ModelContext, layers: Layers): string | undefined {
  const value = (layeredChild(layers, "contentType") ?? defaultContentType(context))?.value;
  const type = typeof value === "string" ? value.toLowerCase().replaceAll(/\s/g, "") : "";
  return type === "" || type === "application/json" ? undefined : type;
}

function defaultContentType({ document }: ModelContext): Part | undefined {
  const { file, sources } = document;
  return findPart(sources, { file, pointer: "/defaultContentType" });
}

function isJson(type: string): boolean {
  return /^[\w.-]+\/(?:[\w.+-]*\+)?json$/i.test(type.split(";")[0]?.trim() ?? "");
}
