// What a client asks for when it connects: the path and the query of its WebSocket request.
import type { Application } from "../application.ts";
import { closings } from "../refusals.ts";

const appPath = /^\/app\/([^/]+)\/?$/;

/**
 * Judges the request's target, `/app/{key}?protocol=7&client=js&version=8.6.0`; answers the client's name, for people.
 *
 * @throws {ClosingError} 4001 another key, 4005 another path, 4006–4008 no protocol version that this server speaks
 * @see Pusher Channels protocol 7, *WebSocket connection*
 */
export function judgeTarget(target: string, { key }: Application): string | undefined {
  const at = target.indexOf("?");
  const path = at < 0 ? target : target.slice(0, at);
  const query = new URLSearchParams(at < 0 ? "" : target.slice(at + 1));
  const asked = appPath.exec(path)?.[1];
  if (asked === undefined) throw closings.unknownPath();
  if (asked !== encodeURIComponent(key) && asked !== key) throw closings.unknownKey(key);
  judgeVersion(query.get("protocol"));
  const client = [query.get("client"), query.get("version")].filter((part) => part).join(" ");
  return client.slice(0, 80) || undefined;
}

function judgeVersion(protocol: string | null): void {
  if (protocol === null) throw closings.noProtocol();
  if (!/^\d{1,9}$/.test(protocol)) throw closings.invalidVersion();
  if (Number(protocol) < 4 || Number(protocol) > 7) throw closings.unsupportedProtocol();
}
