// Whether a document is written as the version of AsyncAPI that it names.
import { childOf, followPart, type Part } from "../load/resolve-place.ts";
import { entriesOf, type ReportContext, report } from "./model-context.ts";
import type { MajorVersion } from "./read-version.ts";

/** Reports a document of the other major version, of which every part would be a fault; answers whether it did. */
export function reportOtherVersion(
  context: ReportContext,
  root: Part,
  version: MajorVersion,
): boolean {
  const isNamed = findSign(context, root, version) !== undefined;
  const other = version === 2 ? 3 : 2;
  const sign = findSign(context, root, other);
  const place = childOf(root, "asyncapi");
  if (isNamed || sign === undefined || place === undefined) return false;
  const message = `"asyncapi": names version ${version}, but this is written as version ${other} (${sign}); write "asyncapi: ${other === 2 ? "2.6.0" : "3.0.0"}"`;
  report(context, place, { code: "version-mismatched", message });
  return true;
}

/** What only this version knows, as the document has it. */
function findSign(
  { document }: ReportContext,
  root: Part,
  version: MajorVersion,
): string | undefined {
  if (version === 3 && childOf(root, "operations")) return 'it has "operations"';
  const words = version === 3 ? ["address", "messages"] : ["publish", "subscribe"];
  const channels = childOf(root, "channels");
  for (const [key, written] of entriesOf(channels && followPart(document.sources, channels))) {
    const channel = followPart(document.sources, written);
    const word = channel && words.find((one) => childOf(channel, one));
    if (word !== undefined) return `channel "${key}" has "${word}"`;
  }
  return undefined;
}
