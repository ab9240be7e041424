// A message of AsyncAPI 2 is a message or a `oneOf`: where it is a faulty message, the other arm's complaints mislead.
import type { Diagnostic } from "../diagnostic.ts";

const missingArm = /: "[^"]+" property must have required property "oneOf";/;
const unexpected = /: property "([^"]+)" is not expected to be here;/;

/** What every message may have since 2.0, so that only the other arm can find it unexpected. */
const messageKeys: ReadonlySet<string> = new Set([
  "contentType",
  "correlationId",
  "description",
  "examples",
  "externalDocs",
  "headers",
  "name",
  "payload",
  "summary",
  "tags",
  "title",
  "traits",
]);

/** Leaves out what only says that the message is no `oneOf`, where something else is wrong with it. */
export function withoutOtherArm(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const messages = diagnostics.filter(({ message }) => missingArm.test(message));
  return messages.reduce<readonly Diagnostic[]>((left, { file, pointer }) => {
    const isWithin = (one: Diagnostic): boolean =>
      one.file === file && (one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
    const rest = left.filter((one) => !isWithin(one) || !isOfOtherArm(one));
    return rest.some(isWithin) ? rest : left;
  }, diagnostics);
}

function isOfOtherArm({ message }: Diagnostic): boolean {
  return missingArm.test(message) || messageKeys.has(unexpected.exec(message)?.[1] ?? "");
}
