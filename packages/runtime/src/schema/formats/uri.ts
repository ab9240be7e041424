// URIs and references to them, read as ajv-formats reads them.
import { isIpv6 } from "./ip-address.ts";

/** Numbers of an IPv4 address within a URI may begin with zeros. */
const looseOctet = /^(?:[01]?\d\d?|2[0-4]\d|25[0-5])$/;
const futureAddress = /^v[0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+$/i;

const plain = "a-z0-9\\-._~!$&'()*+,;=";
const uriPattern = /*#__PURE__*/ compile("[a-z][a-z0-9+\\-.]*:", plain);
// a reference may also hold double quotes, which ajv-formats lets pass only there
const referencePattern = /*#__PURE__*/ compile("(?:[a-z][a-z0-9+\\-.]*:)?", `${plain}"`);

/** Most of what is written: an address of the web without anything that needs a closer look. */
const plainUri = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]*)*$/;

/** An absolute URI: a scheme, and something after it. @see RFC 3986, appendix A, `URI` */
export function isUri(text: string): boolean {
  if (plainUri.test(text)) return true;
  const parts = uriPattern.exec(text);
  return parts !== null && hasContent(parts) && hasAddress(parts);
}

/** A URI, or what is resolved against one; it may be empty. @see RFC 3986, appendix A, `URI-reference` */
export function isUriReference(text: string): boolean {
  const parts = referencePattern.exec(text);
  return parts !== null && hasAddress(parts);
}

// an authority may follow one slash or two; a path without one begins with no slash at all
function compile(scheme: string, characters: string): RegExp {
  const some = (extra: string) => `(?:[${characters}${extra}]|%[0-9a-f]{2})`;
  const userInfo = `(?:(?:[${plain}:]|%[0-9a-f]{2})*@)?`;
  const authority = `//?${userInfo}(?:\\[(?<address>[^\\]]*)\\]|${some("")}*)(?::\\d*)?(?:/${some(":@")}*)*`;
  const absolute = `/(?:${some(":@")}+(?:/${some(":@")}*)*)?`;
  const rootless = `${some(":@")}+(?:/${some(":@")}*)*`;
  const end = `(?:\\?${some(":@/?")}*)?(?:#${some(":@/?")}*)?`;
  return new RegExp(`^${scheme}(?<path>${authority}|${absolute}|${rootless})?${end}$`, "i");
}

function hasContent({ groups }: RegExpExecArray): boolean {
  return groups?.path !== undefined;
}

function hasAddress({ groups }: RegExpExecArray): boolean {
  const address = groups?.address;
  return address === undefined || futureAddress.test(address) || isIpv6(address, looseOctet);
}
