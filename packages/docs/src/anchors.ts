// Where on the page a part of the contract is: stable, so that links from elsewhere keep working.

export function channelAnchor(channel: string): string {
  return `channel/${encode(channel)}`;
}

export function eventAnchor(channel: string, event: string): string {
  return `event/${encode(channel)}/${encode(event)}`;
}

export function schemaAnchor(name: string): string {
  return `schema/${encode(name)}`;
}

/** Without half a surrogate pair, which no address can say. */
function encode(key: string): string {
  return encodeURIComponent(key.replaceAll(/\p{Cs}/gu, "\uFFFD"));
}
