// The id of an event that is made of another.

const prime = (1n << 88n) + 0x13bn;
const offset = 0x6c62272e07bb014262b821756295c58dn;

/**
 * Answers a UUID (version 8) that is always the same for the same id and place, so that an event made twice is seen to be
 * one. Made by FNV-1a with 128 bits: no secret depends on it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.8
 */
export function deriveEventId(id: string, place: readonly string[]): string {
  let hash = offset;
  for (const byte of new TextEncoder().encode([id, ...place].join("\n"))) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * prime);
  }
  const hex = hash.toString(16).padStart(32, "0");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}
