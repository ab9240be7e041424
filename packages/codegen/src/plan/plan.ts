// Everything that is decided before a line is printed.
import type { ChannelModel, MessageModel, Origin } from "../model/contract-model.ts";
import type { Notes, ObjectShape, Shape } from "../shape/shape.ts";

/** A type and the schema that judges it, in a file of their own. */
export interface TypePlan {
  readonly typeName: string;
  /** The exported schema. */
  readonly schemaName: string;
  /** The zod schema, private to the file. */
  readonly constName: string;
  /** Under the events folder, without a suffix: `messages/offer-created`. */
  readonly file: string;
  /** First line of the schema's comment: `Judges the payload of …`. */
  readonly role: string;
  readonly shape: Shape;
  readonly notes: Notes;
  readonly origin: Origin;
  /** Objects inside that get an interface of their own, in the order of the file. */
  readonly parts: readonly PartPlan[];
}

export interface PartPlan {
  readonly typeName: string;
  readonly shape: ObjectShape;
}

/** A schema that others refer to; known inside the events package only. */
export interface ComponentPlan extends TypePlan {
  readonly id: string;
  /** Ids of the components that this one leads to and that lead back to it. */
  readonly cycle: ReadonlySet<string>;
}

/** A message's payload. */
export interface MessagePlan extends TypePlan {
  readonly model: MessageModel;
  /** Attributes beside CloudEvents' own: the builder's second argument. */
  readonly extensions?: TypePlan;
}

/** An event of one channel. */
export interface EventPlan {
  /** Property of the builders, the handlers and the events. */
  readonly property: string;
  readonly model: MessageModel;
  readonly message: MessagePlan;
  /** Sent from client to client, so that the backend has no builder. */
  readonly fromClient: boolean;
}

export interface ChannelPlan {
  readonly model: ChannelModel;
  /** What `subscribeTo`, `use` and the names of its types are followed or led by. */
  readonly pascal: string;
  /** Function that builds its events. */
  readonly builderName: string;
  readonly constName: string;
  /** Without a folder and a suffix. */
  readonly file: string;
  /** Sorted by property. */
  readonly events: readonly EventPlan[];
  /** `user_info` of a presence channel. */
  readonly member?: TypePlan;
}

/** An event in its channel. */
export interface TwinPlace {
  readonly channel: ChannelPlan;
  readonly event: EventPlan;
}

/** A deprecated event that may be sent beside the one that replaced it. */
export interface TwinPlan {
  readonly of: TwinPlace;
  readonly old: TwinPlace;
  /** What a user's mapping has to answer. */
  readonly asks: {
    readonly payload: boolean;
    readonly parameters: boolean;
    readonly attributes: boolean;
  };
}

export interface ContractPlan {
  readonly components: ReadonlyMap<string, ComponentPlan>;
  readonly componentsByName: ReadonlyMap<string, ComponentPlan>;
  readonly channels: readonly ChannelPlan[];
  readonly twins: readonly TwinPlan[];
  /** Every type with a file, sorted by file. */
  readonly types: readonly TypePlan[];
}
