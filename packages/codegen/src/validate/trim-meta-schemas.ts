// AsyncAPI's own schemas, without what no reduced file holds.
import { createRequire } from "node:module";

/** Bindings, and the schemas of payloads, in any format. */
const trimmed =
  /bindings|\/(?:anySchema|avroSchema_v1|multiFormatSchema|openapiSchema_3_0|schema)\.json$/i;

interface Specs {
  readonly schemas: Readonly<Record<string, { readonly definitions: Record<string, unknown> }>>;
}

/**
 * Makes the parser take every binding and every payload for valid, in all versions: `reduceFile` has left none in the
 * files, and compiling what judges them takes a third of the time that the parser works. Its rules stay as they are.
 */
export function trimMetaSchemas(): void {
  for (const { definitions } of Object.values(loadSpecs().schemas)) {
    for (const id of Object.keys(definitions)) {
      // they refer to each other by this name
      if (trimmed.test(id)) definitions[id] = { $id: id };
    }
  }
}

/** The very object that the parser reads. */
function loadSpecs(): Specs {
  const require = createRequire(import.meta.url);
  return createRequire(require.resolve("@asyncapi/parser"))("@asyncapi/specs");
}
