// Everything that can be seen from outside, as data: one value for each thing that happened.

/** What a client tried when it was refused. */
export type RefusedAction =
  | "connect"
  | "message"
  | "subscribe"
  | "unsubscribe"
  | "client-event"
  | "signin"
  | "request";

/** Something that happened in the server. No value holds the secret, or a signature that the server made. */
export type DevServerEvent =
  | { readonly type: "connected"; readonly socketId: string; readonly client: string | undefined }
  | { readonly type: "disconnected"; readonly socketId: string; readonly code: number | undefined }
  | {
      readonly type: "subscribed";
      readonly socketId: string;
      readonly channel: string;
      /** On a presence channel, who it is. */
      readonly userId: string | undefined;
      /** Connections subscribed now. */
      readonly subscribers: number;
    }
  | {
      readonly type: "unsubscribed";
      readonly socketId: string;
      readonly channel: string;
      /** Connections still subscribed. */
      readonly subscribers: number;
    }
  | { readonly type: "channel-occupied"; readonly channel: string }
  | { readonly type: "channel-vacated"; readonly channel: string }
  | {
      readonly type: "member-added";
      readonly channel: string;
      readonly userId: string;
      /** As the application signed it; `null` where it gave none. */
      readonly userInfo: unknown;
    }
  | { readonly type: "member-removed"; readonly channel: string; readonly userId: string }
  | {
      readonly type: "published";
      readonly channel: string;
      readonly event: string;
      /** As the publisher sent it. */
      readonly data: string;
      /** Connections that it was sent to. */
      readonly subscribers: number;
      /** The connection that the publisher left out. */
      readonly exceptSocketId: string | undefined;
    }
  | {
      readonly type: "client-event";
      readonly channel: string;
      readonly event: string;
      readonly data: string | undefined;
      readonly socketId: string;
      readonly userId: string | undefined;
      readonly subscribers: number;
    }
  | { readonly type: "cache-miss"; readonly channel: string }
  | { readonly type: "signed-in"; readonly socketId: string; readonly userId: string }
  | {
      readonly type: "refused";
      readonly action: RefusedAction;
      /** The connection; absent for an HTTP request, and before a connection has an id. */
      readonly socketId: string | undefined;
      readonly channel: string | undefined;
      /** Pusher's code, the HTTP status for a request, or `null`. */
      readonly code: number | null;
      readonly message: string;
    }
  /** A reader was too slow and has been cut. */
  | { readonly type: "dropped"; readonly socketId: string; readonly bufferedBytes: number }
  /** A webhook was not taken; it is tried again unless this was the final try. */
  | {
      readonly type: "webhook-failed";
      /** Without query and password. */
      readonly url: string;
      readonly problem: string;
      readonly final: boolean;
    }
  /** A fault of this server; the connection or request that met it has been ended. */
  | { readonly type: "fault"; readonly error: unknown };

/** Receives events in the order in which they happen. */
export type Observer = (event: DevServerEvent) => void;
