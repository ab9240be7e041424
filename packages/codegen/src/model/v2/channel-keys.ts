// AsyncAPI 2 knows a channel by its address alone; its key is made from that.
import { parseAddress } from "@lockstep/runtime";

/**
 * A key for each address: the words outside of its parameters in camel case (`user/{id}/signed-up` → `userSignedUp`),
 * or those of the parameters too where there are no others. Where that is one key for several addresses, those with
 * parameters take the parameters' words in (`userIdSignedUp`); what still meets is numbered from 2, by address.
 */
export function channelKeys(addresses: readonly string[]): ReadonlyMap<string, string> {
  const sorted = [...addresses].sort();
  const uses = new Map<string, number>();
  for (const address of sorted) {
    const key = shortKey(address).toLowerCase();
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  const isAlone = (address: string): boolean => uses.get(shortKey(address).toLowerCase()) === 1;
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  for (const address of sorted.filter(isAlone)) keys.set(address, take(taken, shortKey(address)));
  for (const address of sorted.filter((one) => !isAlone(one))) {
    keys.set(address, take(taken, camelKey(textsOf(address, true))));
  }
  return keys;
}

function shortKey(address: string): string {
  const texts = textsOf(address, false);
  return /[\p{L}\p{Nd}]/u.test(texts.join()) ? camelKey(texts) : camelKey(textsOf(address, true));
}

function textsOf(address: string, withParameters: boolean): readonly string[] {
  return parseAddress(address).flatMap((segment) => {
    if ("literal" in segment) return segment.literal;
    return withParameters ? segment.parameter : [];
  });
}

function camelKey(texts: readonly string[]): string {
  const words = texts.flatMap((text) => text.match(/[\p{L}\p{Nd}\p{M}]+/gu) ?? []);
  const [first = "channel", ...rest] = words;
  return [
    first.replace(/^./u, (letter) => letter.toLowerCase()),
    ...rest.map((word) => word.replace(/^./u, (letter) => letter.toUpperCase())),
  ].join("");
}

function take(taken: Set<string>, key: string): string {
  let free = key;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${key}${number}`;
  taken.add(free.toLowerCase());
  return free;
}
