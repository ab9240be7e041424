// An address cut at its `{parameter}` places.

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

const cut = /*#__PURE__*/ new WeakMap<object, readonly AddressSegment[]>();

/** Cuts a channel's address, once for each channel. */
export function segmentsOf(channel: { readonly address: string }): readonly AddressSegment[] {
  let segments = cut.get(channel);
  if (!segments) {
    segments = parseAddress(channel.address);
    cut.set(channel, segments);
  }
  return segments;
}
