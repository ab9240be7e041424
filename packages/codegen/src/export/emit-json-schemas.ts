// A contract's payloads as files of JSON Schema.
import { type Diagnostic, hasError } from "../diagnostic.ts";
import type {
  ChannelModel,
  ContractModel,
  JsonSchemaObject,
  MessageModel,
} from "../model/contract-model.ts";
import { kebabName, pascalName } from "../plan/names.ts";
import { messageId, nameMessages } from "../plan/plan-messages.ts";
import { type GeneratedFile, generatedComment } from "../write/generated-file.ts";
import { describeMessage, type MessageNote } from "./describe-message.ts";
import { createDefinitions, type Definitions } from "./portable-schema.ts";
import { wireSchema } from "./wire-schema.ts";

/** One file for all payloads, or one for each. */
export type ExportFormat = "bundle" | "files";

export interface EmitJsonSchemasOptions {
  readonly folder: string;
  readonly format: ExportFormat;
  /** What each `$id` begins with. @default `https://lockstep.invalid/` and the contract's title */
  readonly baseUri?: string | undefined;
  readonly command: string;
}

export interface JsonSchemas {
  /** Empty where a diagnostic is an error. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The same contract gives the same bytes. Names are those of the generated types. */
export function emitJsonSchemas(
  model: ContractModel,
  options: EmitJsonSchemasOptions,
): JsonSchemas {
  const diagnostics: Diagnostic[] = [];
  const names = nameMessages(model.channels, diagnostics);
  if (hasError(diagnostics)) return { files: [], diagnostics };
  const messages = [...names].map(
    ([id, { model: message, typeName, file }]): NamedPayload => ({
      message,
      typeName,
      path: `${file.slice(file.lastIndexOf("/") + 1)}.schema.json`,
      channels: model.channels.filter(({ messages: own }) =>
        own.some((one) => messageId(one) === id),
      ),
    }),
  );
  const context = { model, options, base: baseOf(model, options.baseUri) };
  const emit = options.format === "bundle" ? emitBundle : emitFiles;
  return { files: emit(messages, context), diagnostics };
}

interface NamedPayload {
  readonly message: MessageModel;
  readonly typeName: string;
  readonly path: string;
  readonly channels: readonly ChannelModel[];
}

interface Context {
  readonly model: ContractModel;
  readonly options: EmitJsonSchemasOptions;
  /** Ends in `/`. */
  readonly base: string;
}

function emitFiles(messages: readonly NamedPayload[], context: Context): readonly GeneratedFile[] {
  const { model } = context;
  return messages.map((named) => {
    const definitions = createDefinitions(model, new Set(["wire"]));
    const payload = payloadSchema(named, { definitions, wire: "#/definitions/wire" });
    const { envelope } = named.message;
    const wire = envelope && { wire: wireSchema(envelope, { payload: "#", definitions }) };
    const all = { ...definitions.collect(), ...wire };
    return toFile(context, named.path, {
      ...payload,
      ...(Object.keys(all).length > 0 && { definitions: all }),
    });
  });
}

function emitBundle(messages: readonly NamedPayload[], context: Context): readonly GeneratedFile[] {
  const { model } = context;
  const taken = new Set(messages.map(({ typeName }) => typeName.toLowerCase()));
  const definitions = createDefinitions(model, taken);
  const payloads = messages.flatMap((named): [string, JsonSchemaObject][] => {
    const { typeName, message } = named;
    const wire = `${typeName}.wire`;
    const schema = payloadSchema(named, { definitions, wire: `#/definitions/${wire}` });
    const payload = `#/definitions/${typeName}`;
    return message.envelope === undefined
      ? [[typeName, schema]]
      : [
          [typeName, schema],
          [wire, wireSchema(message.envelope, { payload, definitions })],
        ];
  });
  const all = [...Object.entries(definitions.collect()), ...payloads];
  const title = `${model.title} ${model.version}`;
  const body = {
    title,
    definitions: Object.fromEntries(all.sort(([one], [two]) => (one < two ? -1 : 1))),
  };
  return [toFile(context, "contract.schema.json", body)];
}

function payloadSchema(
  { message, typeName, channels }: NamedPayload,
  { definitions, wire }: { readonly definitions: Definitions; readonly wire: string },
): JsonSchemaObject {
  const schema = definitions.include(message.payload.schema);
  const note: MessageNote = describeMessage(message, { channels, wire });
  return {
    title: typeName,
    ...(message.description !== undefined && { description: message.description }),
    "x-lockstep": note,
    // beside a `$ref`, draft-07 reads nothing else
    ...("$ref" in schema ? { allOf: [schema] } : schema),
    ...(message.examples.length > 0 && {
      examples: message.examples.map(({ payload }) => payload),
    }),
  };
}

function toFile(
  { model, options, base }: Context,
  path: string,
  body: JsonSchemaObject,
): GeneratedFile {
  const source = `${model.file} (${model.title} ${model.version})`;
  const document = {
    $comment: generatedComment(source, options.command),
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `${base}${path}`,
    ...body,
  };
  return { folder: options.folder, path, text: `${JSON.stringify(document, null, 2)}\n` };
}

function baseOf({ title }: ContractModel, given: string | undefined): string {
  if (given !== undefined) return given.endsWith("/") ? given : `${given}/`;
  // a name that no server can have: nothing is to be fetched from it
  return `https://lockstep.invalid/${kebabName(pascalName(title)) || "contract"}/`;
}
