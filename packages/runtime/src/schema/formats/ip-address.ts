// IP addresses as text.

const octet = /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;
const group = /^[0-9a-f]{1,4}$/i;

/** Four numbers from 0 to 255, without leading zeros. @see RFC 2673, section 3.2 */
export function isIpv4(text: string): boolean {
  return isQuad(text, octet);
}

/** Eight groups, of which `::` stands for one or more; the last two may be an IPv4 address. @see RFC 4291, section 2.2 */
export function isIpv6(text: string, lastOctet: RegExp = octet): boolean {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return false;
  if (tail === undefined) return countGroups(head, lastOctet) === 8;
  return countGroups(head, undefined) + countGroups(tail, lastOctet) <= 7;
}

// answers more than any address has where a group is none
function countGroups(text: string, lastOctet: RegExp | undefined): number {
  if (text === "") return 0;
  const groups = text.split(":");
  const last = groups.at(-1) ?? "";
  const quad = lastOctet !== undefined && isQuad(last, lastOctet);
  const plain = quad ? groups.slice(0, -1) : groups;
  return plain.every((part) => group.test(part)) ? plain.length + (quad ? 2 : 0) : 9;
}

function isQuad(text: string, number: RegExp): boolean {
  const numbers = text.split(".");
  return numbers.length === 4 && numbers.every((part) => number.test(part));
}
