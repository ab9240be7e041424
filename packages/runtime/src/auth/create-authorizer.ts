// Deciding whether a connection may enter a channel: what no policy allows is denied.
import { channelKindOf, channelTraitsOf } from "../names/channel-kind.ts";
import { isSocketId } from "../names/name-rules.ts";
import { nearestName } from "../names/nearest-name.ts";
import { parseChannelName } from "../names/parse-channel-name.ts";
import type { ChannelGuard, Policy, PresencePolicy } from "./channel-policy.ts";
import type { ChannelAuthorization, ChannelSigner } from "./channel-signer.ts";
import { describeMember } from "./describe-member.ts";
import { handleAuthorization } from "./handle-authorization.ts";

/** What a client of pusher-js asks; from outside, so that nothing of it is trusted. */
export interface AuthorizationRequest {
  readonly socketId: unknown;
  readonly channelName: unknown;
}

export type AuthorizationDecision =
  | { readonly granted: true; readonly authorization: ChannelAuthorization }
  | {
      readonly granted: false;
      /** 400 where the request is incomplete, 403 where it is denied. */
      readonly status: 400 | 403;
      /** For a log, and no secret: it names the channel, and the nearest one of the contract where it is unknown. */
      readonly reason: string;
      /** What a policy threw. */
      readonly cause?: unknown;
    };

/** A request that was denied, and why. */
export type AuthorizationRefusal = Extract<AuthorizationDecision, { readonly granted: false }>;

export interface AuthorizerOptions<Viewer> {
  /**
   * Told of each refusal that `handle` answers, for a log; `cause` of the refusal is what a policy threw. What this
   * throws is ignored: the answer stays a refusal.
   *
   * @default nobody is told
   */
  readonly onRefused?:
    | ((refusal: AuthorizationRefusal, request: AuthorizationRequest, viewer: Viewer) => void)
    | undefined;
}

export interface ChannelAuthorizer<Viewer> {
  /** Decides; never throws and never rejects. */
  authorize(request: AuthorizationRequest, viewer: Viewer): Promise<AuthorizationDecision>;
  /**
   * Answers an authorization request of pusher-js, a form or JSON with `socket_id` and `channel_name`: 200 with the
   * authorization, 400 or 403 with `{ error }`. Reads 16,384 bytes at most. Never rejects.
   *
   * JSON with `channel_names`, a list of at most 50, is answered by 200 with `{ channels }`, in the same order: each
   * an authorization, or `{ error, status }`. `authorizeInBatches` of `./subscribe` asks so.
   */
  handle(request: Request, viewer: Viewer): Promise<Response>;
}

/**
 * Creates an authorizer that signs for what the guards' policies allow, and denies everything else: unknown channels,
 * malformed names, policies that throw, members that do not match the contract.
 */
export function createAuthorizer<Viewer>(
  signer: ChannelSigner,
  guards: readonly ChannelGuard<Viewer>[],
  { onRefused }: AuthorizerOptions<Viewer> = {},
): ChannelAuthorizer<Viewer> {
  async function authorize(
    { socketId, channelName }: AuthorizationRequest,
    viewer: Viewer,
  ): Promise<AuthorizationDecision> {
    if (isMissing(socketId)) return refuse(400, "socket_id is missing");
    if (isMissing(channelName)) return refuse(400, "channel_name is missing");
    // `pusher` refuses other ids, and a colon in one would sign another channel
    if (typeof socketId !== "string" || !isSocketId(socketId)) {
      return refuse(403, "socket_id is malformed");
    }
    if (typeof channelName !== "string") return refuse(403, "channel_name is malformed");
    const found = findGuard(guards, channelName);
    if (!found) return refuse(403, describeUnknown(guards, channelName));
    try {
      return await decide(signer, found, { socketId, channelName }, viewer);
    } catch (cause) {
      return refuse(403, `${channelName}: the policy failed`, cause);
    }
  }
  return {
    authorize,
    handle: (request, viewer) =>
      handleAuthorization(request, {
        decide: (asked) => authorize(asked, viewer),
        onRefused: (refusal, asked) => onRefused?.(refusal, asked, viewer),
      }),
  };
}

interface FoundGuard<Viewer> extends ChannelGuard<Viewer> {
  readonly parameters: unknown;
}

function findGuard<Viewer>(
  guards: readonly ChannelGuard<Viewer>[],
  channelName: string,
): FoundGuard<Viewer> | undefined {
  for (const guard of guards) {
    const parameters = parseChannelName(guard.channel, channelName);
    if (parameters !== undefined) return { ...guard, parameters };
  }
  return undefined;
}

async function decide<Viewer>(
  signer: ChannelSigner,
  { channel, policy, parameters }: FoundGuard<Viewer>,
  { socketId, channelName }: { readonly socketId: string; readonly channelName: string },
  viewer: Viewer,
): Promise<AuthorizationDecision> {
  if (!channelTraitsOf(channelKindOf(channel.address)).presence) {
    const allowed = await (policy as Policy<unknown, Viewer>)(parameters, viewer);
    // a policy that answers anything but true has a fault, and must not open the channel
    if (allowed !== true) return refuse(403, `${channelName}: the policy denies it`);
    return grant(signer.authorizeChannel(socketId, channelName));
  }
  const identity = await (policy as PresencePolicy<unknown, Viewer, unknown>)(parameters, viewer);
  if (!identity) return refuse(403, `${channelName}: the policy denies it`);
  const data = describeMember(channelName, channel.member, identity);
  return grant(signer.authorizeChannel(socketId, channelName, data));
}

function grant({ auth, channel_data, shared_secret }: ChannelAuthorization): AuthorizationDecision {
  return {
    granted: true,
    authorization: {
      auth,
      ...(channel_data !== undefined && { channel_data }),
      ...(shared_secret !== undefined && { shared_secret }),
    },
  };
}

function refuse(status: 400 | 403, reason: string, cause?: unknown): AuthorizationDecision {
  return { granted: false, status, reason, ...(cause !== undefined && { cause }) };
}

function describeUnknown<Viewer>(
  guards: readonly ChannelGuard<Viewer>[],
  channelName: string,
): string {
  // the name is a stranger's: as text it cannot break a log line, and cut it cannot fill one
  const name = JSON.stringify(channelName.slice(0, 200));
  const addresses = guards.map(({ channel }) => channel.address);
  const nearest = nearestName(channelName.slice(0, 200), addresses);
  const hint = nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}`;
  return `${name} is no name of a channel that the contract guards${hint}`;
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
