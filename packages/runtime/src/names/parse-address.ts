// An address cut at its `{parameter}` places.
import { type ChannelKind, channelKindOf } from "./channel-kind.ts";

export type AddressSegment = { readonly literal: string } | { readonly parameter: string };

const place = /\{([A-Za-z0-9_-]+)\}/;

/**
 * Cuts an address into literals and parameters, in order; no literal is empty.
 *
 * A brace that belongs to no place stays in its literal, where it is an illegal character like any other.
 *
 * @see AsyncAPI 3.0, Channel Object, `address`
 */
export function parseAddress(address: string): readonly AddressSegment[] {
  // split with one group answers literals and parameter names in turn
  return address
    .split(place)
    .map((text, i) => (i % 2 === 0 ? { literal: text } : { parameter: text }))
    .filter((segment) => !("literal" in segment) || segment.literal !== "");
}

/** What is known of an address ahead of any name. */
export interface ParsedAddress {
  readonly segments: readonly AddressSegment[];
  readonly kind: ChannelKind;
  /** How many parameters stand in it, each as often as it stands there. */
  readonly places: number;
}

const parsed = /*#__PURE__*/ new WeakMap<object, ParsedAddress>();

/** Parses a channel's address, once for each channel. */
export function addressOf(channel: { readonly address: string }): ParsedAddress {
  let address = parsed.get(channel);
  if (!address) {
    const segments = parseAddress(channel.address);
    const places = segments.filter((segment) => "parameter" in segment).length;
    address = { segments, kind: channelKindOf(channel.address), places };
    parsed.set(channel, address);
  }
  return address;
}
