// Names of hosts, mailboxes and things, read as ajv-formats reads them.

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const hostnamePattern = /*#__PURE__*/ new RegExp(`^${label}(?:\\.${label})*\\.?$`, "i");
const mailbox =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z0-9]+(?:-+[a-z0-9]+)*$/i;
const uuidPattern = /^(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Labels of 63 characters at most, 253 in all; a dot may end it. @see RFC 1123, section 2.1 */
export function isHostname(text: string): boolean {
  return hostnamePattern.test(text) && text.replace(/\.$/, "").length <= 253;
}

/** A mailbox without quotes and comments, on a domain of two labels or more. @see RFC 5321, section 4.1.2 */
export function isEmail(text: string): boolean {
  return mailbox.test(text);
}

/** Any version; `urn:uuid:` may stand before it. @see RFC 4122, section 3 */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
