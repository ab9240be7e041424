// A host as it stands in an address.
import { isIPv6 } from "node:net";

/** The host, with brackets around an address of IPv6. */
export function hostInUrl(host: string): string {
  return isIPv6(host) ? `[${host}]` : host;
}
