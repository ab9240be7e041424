// A contract as a reader wants it: plain data with every name settled, for documentation.
import type { ChannelKind, Deprecation } from "@lockstep/runtime";

/** The channels and schemas of a contract; all lists are sorted by key or name. */
export interface Catalogue {
  readonly title: string;
  readonly version: string;
  /** Root document, from the working folder, with `/`. */
  readonly file: string;
  readonly channels: readonly CatalogueChannel[];
  /** Every schema that payloads share, by its name in generated code. */
  readonly schemas: readonly CatalogueSchema[];
}

/** A part of the contract, by key. */
export interface CataloguePlace {
  readonly channel: string;
  /** Absent where the whole channel is meant. */
  readonly event?: string;
}

export interface CatalogueDeprecation extends Deprecation {
  /** What replaces it, where that is one part of the contract. */
  readonly replacement?: CataloguePlace;
}

export interface CatalogueChannel {
  readonly key: string;
  readonly address: string;
  readonly kind: ChannelKind;
  readonly title?: string;
  /** CommonMark. */
  readonly description?: string;
  readonly deprecated?: CatalogueDeprecation;
  /** In the order of the address. */
  readonly parameters: readonly CatalogueParameter[];
  readonly events: readonly CatalogueEvent[];
  /** `user_info` of a presence channel's members. */
  readonly member?: CatalogueNode;
  /** `file:line`. */
  readonly source: string;
  /** How a page subscribes to all of its events with React, where hooks are generated. */
  readonly hook?: string;
}

export interface CatalogueParameter {
  readonly name: string;
  /** CommonMark. */
  readonly description?: string;
  readonly type: readonly TypeWord[];
  readonly rules: readonly string[];
  readonly default?: string;
  readonly examples: readonly string[];
}

/** Who sends an event: subscribers to each other, or the application by its operations. */
export type CatalogueFlow =
  | { readonly kind: "clients" }
  /** No operation names the channel, so that it counts as sent and received. */
  | { readonly kind: "unsaid" }
  | {
      readonly kind: "operations";
      /** Keys of the operations by which the application sends it. */
      readonly sends: readonly string[];
      /** Keys of those by which it receives it. */
      readonly receives: readonly string[];
    };

export interface CatalogueEvent {
  readonly key: string;
  /** Wire event name. */
  readonly name: string;
  /** Name of the payload's generated type. */
  readonly typeName: string;
  /** CommonMark. */
  readonly description?: string;
  readonly deprecated?: CatalogueDeprecation;
  readonly flow: CatalogueFlow;
  readonly envelope?: {
    /** CloudEvents `type`. */
    readonly type: string;
    /** Declared attributes besides CloudEvents' own. */
    readonly attributes?: CatalogueNode;
  };
  readonly payload: CatalogueNode;
  /** Payloads as JSON, indented. */
  readonly examples: readonly string[];
  /** TypeScript; none where no code is generated for channels. */
  readonly samples: readonly CatalogueSample[];
  /** `file:line`. */
  readonly source: string;
}

/** Code that publishes or receives one event. */
export interface CatalogueSample {
  readonly role: "publish" | "subscribe" | "trigger";
  readonly code: string;
}

export interface CatalogueSchema {
  /** Its name in generated code; unique. */
  readonly name: string;
  readonly node: CatalogueNode;
  /** `file:line`. */
  readonly source: string;
}

/** A word of a type; `schema` is the name of one of the catalogue's schemas. */
export interface TypeWord {
  readonly text: string;
  readonly schema?: string;
}

/** What a value may be. */
export interface CatalogueNode {
  readonly type: readonly TypeWord[];
  /** Constraints in words: `at least 1`. */
  readonly rules: readonly string[];
  /** CommonMark. */
  readonly description?: string;
  /** Present where it is deprecated: `Since 1.2.0, until 2027-06-30. Use x.`, or empty. */
  readonly deprecated?: string;
  /** Empty too where a schema that is large or leads back to itself stands in `type`. */
  readonly parts: readonly CataloguePart[];
}

/** A part of a value: a field by its name, anything else by words such as `option 2`. */
export type CataloguePart = {
  readonly node: CatalogueNode;
} & (
  | { readonly kind: "field"; readonly name: string; readonly required: boolean }
  | { readonly kind: "words"; readonly words: string }
);
