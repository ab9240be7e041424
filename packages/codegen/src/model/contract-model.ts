// The contract as the rest of the pipeline sees it: our own frozen data, sorted by key, with the place each part
// comes from. Parser and YAML types stop before this.
import type { ChannelKind, Deprecation, Parameter } from "@lockstep/runtime";

/** A place in a document. */
export interface Origin {
  /** Path from the working folder, with `/`; the same on every machine. */
  readonly file: string;
  /** JSON Pointer from the root of that file, without `#`; empty at the root. */
  readonly pointer: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A JSON Schema (draft-07) as plain data. Every `$ref` in it is the `id` of a `SchemaModel`. */
export type JsonSchema = boolean | JsonSchemaObject;

export interface JsonSchemaObject {
  readonly $ref?: string;
  readonly [keyword: string]: unknown;
}

/** A schema that something refers to by `$ref`. */
export interface SchemaModel {
  /** `file#pointer`, where it is written; unique. */
  readonly id: string;
  readonly schema: JsonSchema;
  readonly origin: Origin;
}

export interface ParameterModel {
  readonly name: string;
  readonly description?: string;
  readonly constraint: Parameter;
  /** AsyncAPI's `default`, as text. */
  readonly default?: string;
  /** AsyncAPI's `examples`, as text. */
  readonly examples?: readonly string[];
  readonly origin: Origin;
}

/** An event's CloudEvents envelope, from the message's `headers`. */
export interface EnvelopeModel {
  /** CloudEvents `type`. */
  readonly type: string;
  /** Declared attributes besides CloudEvents' own, an object schema; the builder's second argument. */
  readonly extensions?: SchemaModel;
}

/** An example of a message's payload. */
export interface ExampleModel {
  readonly payload: unknown;
  readonly origin: Origin;
}

/** What the application does, in an operation of its own. */
export interface OperationModel {
  readonly key: string;
  readonly action: "send" | "receive";
  /** Ids of the messages of its channel that it takes, sorted. */
  readonly messages: readonly string[];
  readonly origin: Origin;
}

/** What a document says for readers alone, as it is written: `tags`, `title` and the like. */
export type WordsModel = Readonly<Record<string, unknown>>;

export interface MessageModel {
  /** `file#pointer` where the message is defined; the same for two channels that refer to one message. */
  readonly id: string;
  /** Key in `channel.messages`: the TypeScript identifier comes from it. */
  readonly key: string;
  /** Wire event name. */
  readonly name: string;
  /** `summary` and `description`, as paragraphs. */
  readonly description?: string;
  readonly deprecated?: Deprecation;
  /** What the payload looks like on the wire; absent where that is `application/json`. */
  readonly contentType?: string;
  readonly payload: SchemaModel;
  readonly envelope?: EnvelopeModel;
  /** Absent where there are none. */
  readonly words?: WordsModel;
  /** The message's `examples` that have a payload. */
  readonly examples: readonly ExampleModel[];
  readonly origin: Origin;
}

export interface ChannelModel {
  readonly key: string;
  readonly address: string;
  readonly kind: ChannelKind;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly parameters: readonly ParameterModel[];
  readonly messages: readonly MessageModel[];
  /** Sorted by key; absent where no operation names the channel, which then counts as sent and received. */
  readonly operations?: readonly OperationModel[];
  /** Absent where there are none. */
  readonly words?: WordsModel;
  /** `user_info` of a presence channel's members, from `x-presence-member`. */
  readonly member?: SchemaModel;
  readonly origin: Origin;
}

/** The last day of something that is deprecated. */
export interface SunsetModel {
  /** `channel "orders"`, `message "placed"` or `field "total"`. */
  readonly subject: string;
  /** `YYYY-MM-DD`. */
  readonly sunset: string;
  /** What replaces it, in the contract's own words. */
  readonly use?: string;
  /** Where the day is written. */
  readonly origin: Origin;
}

export interface ContractModel {
  readonly title: string;
  readonly version: string;
  /** Root document, as `Origin.file`. */
  readonly file: string;
  /** Every file the contract reaches, sorted. */
  readonly files: readonly string[];
  readonly channels: readonly ChannelModel[];
  /** Every schema reached by `$ref` from a channel, by id. */
  readonly schemas: ReadonlyMap<string, SchemaModel>;
  /** Each day once, by day and place. */
  readonly sunsets: readonly SunsetModel[];
  /** The place of a part of a schema, for diagnostics: `locate(schema.origin, "/properties/id")`. */
  readonly locate: (from: Origin, pointer: string) => Origin;
  /** A digest of the texts of all files, the root's first, whatever the files are called. */
  readonly digest: () => string;
}
