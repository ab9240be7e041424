// What a page must know to connect to the realtime server.

/** Options of pusher-js, without any secret; or that there is no realtime server. */
export type RealtimeConfig =
  | {
      readonly enabled: true;
      readonly key: string;
      readonly cluster: string;
      /** Absent on hosted Pusher Channels, where the cluster says it. */
      readonly wsHost?: string;
      readonly wsPort?: number;
      readonly forceTLS: boolean;
    }
  | { readonly enabled: false };
