// The options of pusher-js for the realtime server that the API names.
import type { RealtimeConfig } from "@lockstep-demo/api";
import type { Options } from "pusher-js";

export type EnabledRealtime = Extract<RealtimeConfig, { enabled: true }>;

/** WebSocket only: the fallbacks of pusher-js would try servers that are not ours. */
export function pusherOptions({ cluster, wsHost, wsPort, forceTLS }: EnabledRealtime): Options {
  return {
    cluster,
    forceTLS,
    // by "wss" alone pusher-js never connects
    enabledTransports: forceTLS ? ["ws", "wss"] : ["ws"],
    ...(wsHost !== undefined && { wsHost }),
    ...(wsPort !== undefined && { wsPort, wssPort: wsPort }),
  };
}
