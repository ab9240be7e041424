// Which AsyncAPI a document is written in.
import { childOf, type Part } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import { isObject, type ReportContext, report } from "./model-context.ts";
import { reportOtherVersion } from "./report-other-version.ts";

/** Versions that differ in how channels and messages are written down. */
export type MajorVersion = 2 | 3;

const supportedVersion = /^(?:(2)\.[0-6]|(3)\.[01])\.0$/;

const way = "write the document in AsyncAPI 2.0.0 to 2.6.0, 3.0.0 or 3.1.0";

/** The version that `asyncapi` names; `undefined` where none can be read, or it is another one, which is reported. */
export function readVersion(context: ReportContext, root: Part): MajorVersion | undefined {
  if (!isObject(root.value)) {
    const message = `document: not an AsyncAPI document; ${way}`;
    report(context, root, { code: "not-asyncapi", message });
    return undefined;
  }
  const version = childOf(root, "asyncapi");
  if (version === undefined) {
    const message = `document: "asyncapi" does not say which version it is written in; ${way}`;
    report(context, root, { code: "not-asyncapi", message });
    return undefined;
  }
  const match = typeof version.value === "string" && supportedVersion.exec(version.value);
  if (match) {
    const named = match[1] === undefined ? 3 : 2;
    return reportOtherVersion(context, root, named) ? undefined : named;
  }
  const message = `${quote(version.value)}: this version of AsyncAPI cannot be read; ${way}`;
  report(context, version, { code: "version-unsupported", message });
  return undefined;
}
