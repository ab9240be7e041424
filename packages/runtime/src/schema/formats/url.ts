// Addresses of the public web, read as ajv-formats reads them, in time that grows with the text alone.

const scheme = /^(?:https?|ftp):\/\//iu;
const place = /^([^:/]+)(?::\d{2,5})?(?:\/\S*)?$/u;

const label = "[a-z0-9\\u{a1}-\\u{ffff}]+";
const labels = `${label}(?:-${label})*`;
const name = /*#__PURE__*/ new RegExp(
  `^${labels}(?:\\.${labels})*\\.[a-z\\u{a1}-\\u{ffff}]{2,}$`,
  "iu",
);

const address =
  /^(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4])$/;
const privateAddress = /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/** `http`, `https` or `ftp`, and a host that is public: a name of two labels or more, or an IPv4 address. */
export function isUrl(text: string): boolean {
  const start = scheme.exec(text)?.[0].length;
  if (start === undefined) return false;
  const rest = text.slice(start);
  if (isPlace(rest)) return true;
  // what stands before an @ is a user, whatever it is made of
  for (let at = rest.indexOf("@", 1); at !== -1; at = rest.indexOf("@", at + 1)) {
    if (isPlace(rest.slice(at + 1))) return !/\s/u.test(rest.slice(0, at));
  }
  return false;
}

function isPlace(text: string): boolean {
  const host = place.exec(text)?.[1];
  if (host === undefined) return false;
  return name.test(host) || (address.test(host) && !privateAddress.test(host));
}
