// A message and its traits, read as one.
import { childOf, type Part } from "../load/resolve-place.ts";
import { follow, isObject, type ModelContext } from "./model-context.ts";

/**
 * A message and its traits: what an earlier layer says wins. In AsyncAPI 3 the message wins over its traits, in AsyncAPI 2
 * its traits win over it; later traits win over earlier ones.
 */
export type Layers = readonly Part[];

/**
 * Lists the layers of a message.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#traits-merge-mechanism
 * @see https://www.asyncapi.com/docs/reference/specification/v2.6.0#messageTraitObject
 */
export function layersOf(context: ModelContext, message: Part): Layers {
  const traits = childOf(message, "traits");
  if (traits === undefined || !Array.isArray(traits.value)) return [message];
  const parts = traits.value.flatMap((_, index) => {
    const trait = childOf(traits, String(index));
    return (trait && follow(context, trait)) ?? [];
  });
  const layers = parts.filter(({ value }) => isObject(value)).reverse();
  return context.version === 2 ? [...layers, message] : [message, ...layers];
}

/** What the layers say under `key`: the nearest, where `null` takes away what is behind it (JSON Merge Patch). */
export function layeredChild(layers: Layers, key: string): Part | undefined {
  return layeredChildren(layers, key)[0];
}

/** All that the layers say under `key`, the nearest first, up to a `null`. */
export function layeredChildren(layers: Layers, key: string): readonly Part[] {
  const children = layers.flatMap((layer) => childOf(layer, key) ?? []);
  const end = children.findIndex(({ value }) => value === null);
  return end === -1 ? children : children.slice(0, end);
}

/** The text that the layers say under `key`. */
export function layeredText(layers: Layers, key: string): string | undefined {
  const value = layeredChild(layers, key)?.value;
  return typeof value === "string" ? value : undefined;
}
