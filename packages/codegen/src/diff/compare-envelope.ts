// What is around a payload: its content type, and the CloudEvents attributes that its headers declare.
import type { EnvelopeModel, MessageModel, SchemaModel } from "../model/contract-model.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Comparison } from "./finding.ts";
import type { DiffMemory } from "./schema/session.ts";

export function compareEnvelope(
  comparison: Comparison,
  {
    before,
    after,
    subject,
  }: { readonly before: MessageModel; readonly after: MessageModel; readonly subject: string },
  memory: DiffMemory,
): void {
  const { report } = comparison;
  const places = { before: before.origin, after: after.origin };
  const older = typeOf(before);
  const newer = typeOf(after);
  if (older !== newer) {
    const detail = `its content type ${older} became ${newer}`;
    report({ rule: "event-content-type-changed", subject, detail, ...places });
    return;
  }
  if (before.envelope && after.envelope) {
    const one = before.envelope;
    const two = after.envelope;
    if (one.type !== two.type) {
      const detail = `the CloudEvents type "${one.type}" became "${two.type}"`;
      report({
        rule: "payload-const-changed",
        subject: `${subject} headers.type`,
        detail,
        ...places,
      });
    }
    const pair = { before: extensionsOf(one, before), after: extensionsOf(two, after) };
    compareSchemas(comparison, { ...pair, subject, root: "headers" }, memory);
  }
}

function typeOf({ contentType = "application/json", envelope }: MessageModel): string {
  return envelope ? `application/cloudevents+json of ${contentType}` : contentType;
}

/** Headers that declare nothing of their own. */
function extensionsOf({ extensions }: EnvelopeModel, { id, origin }: MessageModel): SchemaModel {
  return (
    extensions ?? {
      id: `${id}/headers`,
      origin: { ...origin, pointer: `${origin.pointer}/headers` },
      schema: { type: "object" },
    }
  );
}
